import type { CriterionScore } from '../domain/scoring/scoreCriterion.ts';
import type { Words } from './words.ts';

/** What fits into a narrow table cell; longer texts move to the list of explanations. */
const cellLetters = 80;

/** A text that is too long for its table cell. */
export interface NumberedText {
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

export interface LongTexts {
  readonly texts: readonly NumberedText[];
  /** Number in the list of a criterion's explanation, by criterion id; absent when it fits its cell. */
  readonly explanations: ReadonlyMap<string, number>;
  /** The same for what an information criterion collects. */
  readonly information: ReadonlyMap<string, number>;
}

/** Numbers the explanations and free texts that the table can only refer to. */
export function collectLongTexts(
  criteria: readonly CriterionScore[],
  { language, translate }: Words,
): LongTexts {
  const texts: NumberedText[] = [];
  const explanations = new Map<string, number>();
  const information = new Map<string, number>();
  const add = (
    target: Map<string, number>,
    title: 'explanationTitle' | 'informationTitle',
    score: CriterionScore,
    text: string,
  ) => {
    const tidied = text.normalize('NFC').trim();
    if (fitsCell(tidied)) return;
    const number = texts.length + 1;
    const { id, code, name } = score.criterion;
    texts.push({
      number,
      title: translate(`report:${title}`, { number, code, name: name[language] }),
      text: tidied,
    });
    target.set(id, number);
  };
  for (const score of criteria) {
    add(explanations, 'explanationTitle', score, score.answer.explanation);
    const { value } = score.answer;
    if (score.rule.kind === 'info' && typeof value === 'string')
      add(information, 'informationTitle', score, value);
  }
  return { texts, explanations, information };
}

export function fitsCell(text: string): boolean {
  return text.length <= cellLetters && !text.includes('\n');
}
