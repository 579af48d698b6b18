import type { UnitSummary } from '#shared/api/contract.ts';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { isInForce } from '#shared/domain/units/unitList.ts';
import { appError, fail, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { PackageSubject } from '#shared/format/package/newest.ts';
import { findSet, type Content, type LoadedSet } from '../../files/content.ts';
import { toUnitSummary } from '../findUnitsForPeriod.ts';

/** What a file is about, as this installation knows it. */
export interface SubjectFrame {
  readonly unit: UnitSummary;
  readonly period: Period;
  readonly loadedSet: LoadedSet;
  readonly warnings: readonly AppError[];
}

/**
 * Finds unit, period and criteria set of a file in the content; names and kinds are ours, not the file's. Warns with
 * `set-version-older` where a newer version of the set is here. Errors: `criteria-set-unknown`,
 * `criteria-set-changed`, `unit-unknown`, `unit-not-in-force`, `period-malformed`, `criteria-set-not-for-unit`.
 */
export function checkSubject(content: Content, subject: PackageSubject): Result<SubjectFrame> {
  const period = findPeriod(subject.period);
  const loadedSet = findExactSet(content, subject.criteriaSet);
  const unit = period.ok ? findUnit(content, subject, period.value) : findUnit(content, subject, undefined);
  if (!period.ok || !loadedSet.ok || !unit.ok) {
    return fail([loadedSet, unit, period].flatMap((part) => (part.ok ? [] : part.errors)));
  }
  const { set } = loadedSet.value;
  if (!set.appliesTo.some((kind) => kind === unit.value.kind)) {
    return failWith('criteria-set-not-for-unit', { set: set.id, unit: unit.value.name });
  }
  const newest = findSet(content, set.id);
  const warnings =
    newest.ok && newest.value.set.version !== set.version
      ? [
          appError('set-version-older', {
            set: set.id,
            version: set.version,
            newer: newest.value.set.version,
          }),
        ]
      : [];
  return succeed({ unit: unit.value, period: period.value, loadedSet: loadedSet.value, warnings });
}

/** What a file waits for that is refused with one of these may arrive one day. */
export function mayArrive(errors: readonly AppError[]): boolean {
  return errors.some(({ code }) => awaited.has(code));
}

const awaited = new Set<AppError['code']>(['criteria-set-unknown', 'criteria-set-changed', 'unit-unknown']);

function findPeriod(code: string): Result<Period> {
  const period = parsePeriod(code);
  if (!period.ok || period.value.code === code) return period;
  return failWith('period-malformed', { text: code.slice(0, 40) });
}

function findExactSet(
  content: Content,
  { id, version, digest }: PackageSubject['criteriaSet'],
): Result<LoadedSet> {
  const found = findSet(content, id, version);
  if (!found.ok || found.value.digest === digest) return found;
  return failWith('criteria-set-changed', { set: `${id}@${version}` });
}

function findUnit(
  { unitLists }: Content,
  { unit: { code, validFrom } }: PackageSubject,
  period: Period | undefined,
): Result<UnitSummary> {
  const lists = unitLists.filter((list) => list.validFrom === validFrom);
  for (const list of lists) {
    const unit = list.units.find((candidate) => candidate.code === code);
    if (!unit) continue;
    return !period || isInForce(list, period.lastDay)
      ? succeed(toUnitSummary({ unit, list }))
      : failWith('unit-not-in-force', { code, day: period.lastDay });
  }
  return failWith('unit-unknown', { code });
}
