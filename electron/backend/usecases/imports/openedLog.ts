import type { ArrivedLog, ArrivedPackage } from './arrivedPackage.ts';

/** A package of kind `assessment` or `review`, verified. */
export interface OpenedLog {
  readonly opened: ArrivedPackage;
  readonly document: ArrivedLog;
  readonly subject: NonNullable<ArrivedPackage['manifest']['subject']>;
}
