import { criteriaById, listCriteria } from '../criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteriaSet.ts';
import type { CriterionChange } from '../setMap.ts';
import { asksTheSame } from './differingFields.ts';

/** Names that share at least this part of their words are taken for the same thing said anew. */
const alikeFrom = 0.6;

/**
 * How the criteria of an older version probably live on in a newer one: ids are permanent, so only what is gone is
 * looked for by its words, among what is new. A proposal for a person to correct; what needs no word is not in it.
 */
export function proposeMap(older: CriteriaSet, newer: CriteriaSet): readonly CriterionChange[] {
  const [before, after] = [criteriaById(older), criteriaById(newer)];
  const gone = listCriteria(older).filter(({ id }) => !after.has(id));
  const fresh = listCriteria(newer).filter(({ id }) => !before.has(id));
  return listCriteria(older).flatMap((criterion): CriterionChange[] => {
    const same = after.get(criterion.id);
    if (same) {
      const keepsValue = asksTheSame(criterion.rule, same.rule);
      return keepsValue ? [] : [{ from: criterion.id, to: [criterion.id], keepsValue }];
    }
    const to = successorsOf(criterion, gone, fresh);
    const [only] = to;
    const keepsValue = to.length === 1 && only !== undefined && asksTheSame(criterion.rule, only.rule);
    return [{ from: criterion.id, to: to.map(({ id }) => id), keepsValue }];
  });
}

/** Those that say what it, or a part of it, said; where nothing comes near, nothing. */
function successorsOf(
  criterion: Criterion,
  gone: readonly Criterion[],
  fresh: readonly Criterion[],
): readonly Criterion[] {
  const near = fresh
    .map((other) => ({ other, likeness: likenessOf(criterion, other) }))
    .filter(({ likeness }) => likeness >= alikeFrom);
  const best = near.toSorted((a, b) => b.likeness - a.likeness)[0];
  if (!best) return [];
  // Several follow only where each of them is nearer to this one than to any other that is gone.
  return near
    .filter(
      ({ other, likeness }) =>
        other === best.other || gone.every((rival) => rival === criterion || likenessOf(rival, other) < likeness),
    )
    .map(({ other }) => other);
}

/** By the name, or by the part of a sum that one of the two was made of. */
function likenessOf(one: Criterion, other: Criterion): number {
  const partsOf = ({ rule }: Criterion): readonly string[] =>
    rule.kind === 'sum' ? rule.parts.map(({ text }) => text.vi) : [];
  const pairs = [
    [one.name.vi, other.name.vi],
    ...partsOf(one).map((part) => [part, other.name.vi]),
    ...partsOf(other).map((part) => [part, one.name.vi]),
  ];
  return Math.max(...pairs.map(([a = '', b = '']) => sharedWords(a, b)));
}

/** Dice's coefficient over words: 1 for the same words, 0 for none in common. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
