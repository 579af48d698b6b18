import type { CallInput, Conflict } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { keyOfCell, keyOfDot, saysNothing } from '#shared/domain/merge/change.ts';

export type Decision = CallInput<'conflicts.resolve'>['decisions'][number];

/** What somebody has chosen for a cell; nothing of it is recorded yet. */
export type Choice =
  | { readonly kind: 'side'; readonly index: number }
  /** Another value; null while it is not entered. */
  | { readonly kind: 'other'; readonly value: unknown };

/** By `keyOfConflict`. */
export type Choices = Readonly<Record<string, Choice>>;

/** A rule by which many cells are chosen at once. */
export type BulkRule =
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'here' }
  | { readonly kind: 'author'; readonly author: string }
  | { readonly kind: 'latest' };

/** A text that tells two cells in conflict apart, across assessments, and what stood in one at two times. */
export function keyOfConflict(conflict: Conflict): string {
  return `${conflict.assessmentId}/${keyOfCell(conflict)}/${seenIn(conflict).map(keyOfDot).join(' ')}`;
}

function seenIn({ values }: Conflict): Conflict['values'][number]['dots'] {
  return values.flatMap(({ dots }) => dots);
}

/** The files, persons and places that values in conflict came from, each once, as rules to choose by. */
export function listBulkRules(
  conflicts: readonly Conflict[],
): readonly { readonly rule: BulkRule; readonly label: string }[] {
  const files = new Map<string, string>();
  const authors = new Set<string>();
  let isHere = false;
  for (const { source, author } of conflicts.flatMap(({ values }) => values)) {
    if (source === null) isHere = true;
    else files.set(source.sha256, source.fileName);
    if (author !== '') authors.add(author);
  }
  return [
    ...(isHere ? [{ rule: { kind: 'here' as const }, label: '' }] : []),
    ...[...files].map(([sha256, label]) => ({ rule: { kind: 'file' as const, sha256 }, label })),
    ...[...authors].map((author) => ({ rule: { kind: 'author' as const, author }, label: author })),
    { rule: { kind: 'latest' as const }, label: '' },
  ];
}

/** A text that tells a rule apart, also when the list of rules is another one. */
export function keyOfRule(rule: BulkRule): string {
  return JSON.stringify(rule);
}

/** The rule that was picked; once nothing is left for it, the first one, as the list shows it. */
export function pickRule<R extends { readonly rule: BulkRule }>(
  rules: readonly R[],
  picked: string | null,
): R | undefined {
  return rules.find(({ rule }) => keyOfRule(rule) === picked) ?? rules[0];
}

/** What the rule chooses; cells where it finds no value, or more than one, keep what was chosen before. */
export function chooseByRule(conflicts: readonly Conflict[], rule: BulkRule, before: Choices): Choices {
  const chosen: Record<string, Choice> = { ...before };
  for (const conflict of conflicts) {
    const index = indexByRule(conflict, rule);
    if (index !== null) chosen[keyOfConflict(conflict)] = { kind: 'side', index };
  }
  return chosen;
}

/** In how many cells the rule finds its value. */
export function countByRule(conflicts: readonly Conflict[], rule: BulkRule): number {
  return conflicts.filter((conflict) => indexByRule(conflict, rule) !== null).length;
}

function indexByRule({ values }: Conflict, rule: BulkRule): number | null {
  if (rule.kind === 'latest') {
    const times = values.map(({ changedAt }) => Date.parse(changedAt));
    const last = Math.max(...times);
    return onlyIndex(times.map((time) => time === last));
  }
  return onlyIndex(
    values.map(({ source, author }) =>
      rule.kind === 'here'
        ? source === null
        : rule.kind === 'file'
          ? source?.sha256 === rule.sha256
          : author === rule.author,
    ),
  );
}

function onlyIndex(fits: readonly boolean[]): number | null {
  const first = fits.indexOf(true);
  return first === -1 || first !== fits.lastIndexOf(true) ? null : first;
}

/** The value that a choice stands for; undefined while there is none. */
export function chosenValue(conflict: Conflict, choice: Choice | undefined): unknown {
  if (choice === undefined) return undefined;
  if (choice.kind === 'side') return conflict.values[choice.index]?.value;
  return saysNothing(conflict.field, JSON.stringify(choice.value)) ? undefined : choice.value;
}

/** What would be recorded, in the order of the conflicts; cells without a choice are left as they are. */
export function decisionsOf(
  conflicts: readonly Conflict[],
  choices: Choices,
): readonly { readonly conflict: Conflict; readonly decision: Decision }[] {
  return conflicts.flatMap((conflict) => {
    const value = chosenValue(conflict, choices[keyOfConflict(conflict)]);
    if (value === undefined) return [];
    const { assessmentId, stage, criterionId, field } = conflict;
    return [
      { conflict, decision: { assessmentId, stage, criterionId, field, value, seen: seenIn(conflict) } },
    ];
  });
}

/** The documents of all sides, each once: equal cards are one document. */
export function joinDocuments(conflict: Conflict): readonly Evidence[] {
  const documents = conflict.values.flatMap(({ value }) => (value ?? []) as readonly Evidence[]);
  return [...new Map(documents.map((document) => [textOf(document), document])).values()];
}

function textOf({ number, date, issuer, title, page, file }: Evidence): string {
  return JSON.stringify([number, date, issuer, title, page, file?.sha256 ?? '']);
}
