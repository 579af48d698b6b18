import type { Store } from '../db/store.ts';
import type { Content } from '../files/content.ts';
import type { EvidenceStore } from '../files/evidenceStore.ts';

/** What every use case works with. Time and ids come from outside, so that tests and files can say what they are. */
export interface UseCaseContext {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  readonly content: Content;
  readonly now: () => Date;
  readonly newId: () => string;
}
