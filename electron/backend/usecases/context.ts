import type { Store } from '../db/store.ts';
import type { Content } from '../files/content.ts';
import type { EvidenceStore } from '../files/evidenceStore.ts';
import type { Keyring } from '../files/keys/keyring.ts';
import type { TargetSecrets } from '../files/keys/targetSecrets.ts';
import type { Result } from '#shared/errors/result.ts';

/** What every use case works with. Time and ids come from outside, so that tests and files can say what they are. */
export interface UseCaseContext {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  /** With the criteria sets that came in files; another object after `rejoinContent`. */
  readonly content: Content;
  /** Reads again which criteria sets came in files, after an import, its undo or a restore. Errors of the storage. */
  readonly rejoinContent: () => Result<null>;
  /** The keys of this installation, opened at the first call. Errors: those of `openKeyring`. */
  readonly keys: () => Result<Keyring>;
  /** Passwords of the places where packages are exchanged. */
  readonly targetSecrets: TargetSecrets;
  /** What files name as their producer. */
  readonly appVersion: string;
  readonly now: () => Date;
  readonly newId: () => string;
}
