import type { Row } from './rows.ts';

type Value = Row[string];

// JSON writes control characters and halves of surrogate pairs in ways that PostgreSQL reads otherwise.
const writtenOtherwise = /\\[^"\\]/u;

/**
 * The values of a column as PostgreSQL reads an array: JSON's text in other brackets, at a tenth of what `pg` takes for
 * it. Where the two differ, the values themselves, for `pg` to write.
 */
export function toArrayText(values: readonly Value[]): string | readonly Value[] {
  const json = JSON.stringify(values);
  return writtenOtherwise.test(json) ? values : `{${json.slice(1, -1)}}`;
}
