import type { ReportLanguage } from './formatFigure.ts';
import type { Translate } from './translate.ts';

/** In which language and with which sentences a report is written. */
export interface Words {
  readonly language: ReportLanguage;
  readonly translate: Translate;
}
