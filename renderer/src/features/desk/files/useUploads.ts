import { useState } from 'react';
import type { StoredEvidence } from '#shared/api/evidenceFiles.ts';
import type { AppError } from '#shared/errors/result.ts';
import { uploadEvidence } from '../../../lib/evidenceFiles.ts';

/** A file on its way to the store. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly state:
    | { readonly kind: 'sending'; /** 0 to 1 */ readonly part: number }
    | { readonly kind: 'failed'; readonly errors: readonly AppError[] };
}

/** Sends files one after the other; each stays listed until it is stored or given up. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const note = (key: number, state: Upload['state']): void =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, state } : one)));
  const forget = (key: number): void => setUploads((before) => before.filter((one) => one.key !== key));
  const send = async (files: readonly File[], onStored: (stored: StoredEvidence) => void): Promise<void> => {
    const started = files.map((file): Upload => ({
      key: nextKey(),
      file,
      state: { kind: 'sending', part: 0 },
    }));
    setUploads((before) => [...before.filter(({ state }) => state.kind === 'sending'), ...started]);
    for (const { key, file } of started) {
      const stored = await uploadEvidence(file, (part) => note(key, { kind: 'sending', part }));
      if (stored.ok) {
        forget(key);
        onStored(stored.value);
      } else note(key, { kind: 'failed', errors: stored.errors });
    }
  };
  return { uploads, send, forget };
}

let lastKey = 0;
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}
