import type { Content } from '#backend/files/content.ts';
import type { Result } from '#shared/errors/result.ts';

/** Where a run writes: results to `print` (stdout), messages to `tell` (stderr). */
export interface Output {
  readonly print: (text: string) => void;
  readonly tell: (text: string) => void;
  /** Instead of reading the content folder at every run; many runs in one process share what was read once. */
  readonly readContent?: (folder: string) => Result<Content>;
}
