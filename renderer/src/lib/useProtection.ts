import { useState } from 'react';
import { faultOfProtection, unprotected, type ProtectionDraft, type ProtectionFault } from './protection.ts';

/** The choice of who can open a file; its fault shows once somebody has tried to write the file. */
export interface ProtectionChoice {
  readonly draft: ProtectionDraft;
  readonly fault: ProtectionFault;
  readonly change: (part: Partial<ProtectionDraft>) => void;
  /** Whether the file can be written; shows the fault from now on. */
  readonly check: () => boolean;
}

export function useProtection(): ProtectionChoice {
  const [draft, setDraft] = useState(unprotected);
  const [isChecked, setIsChecked] = useState(false);
  const found = faultOfProtection(draft);
  return {
    draft,
    fault: isChecked ? found : null,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    check: () => {
      setIsChecked(true);
      return found === null;
    },
  };
}
