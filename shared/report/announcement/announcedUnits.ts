import { rankScoredUnits } from '../../domain/ranking/rankScoredUnits.ts';
import type { Standing } from '../../domain/scoring/scoreAssessment.ts';
import { rankingTable } from '../summary/rankingTable.ts';
import type { ReportedPeriod } from '../summary/reportedPeriod.ts';
import type { ReportCell, ReportColumn } from '../summary/reportTable.ts';
import type { Words } from '../words.ts';

/** A unit with a final score as an announcement tells of it. */
export interface AnnouncedUnit {
  /** Its name, or a number that says nothing about it. */
  readonly label: string;
  readonly kind: string;
  readonly standing: Standing;
  readonly columns: readonly ReportColumn[];
  /** As long as `columns`. */
  readonly cells: readonly ReportCell[];
}

const figures = ['total', 'totalPercent', 'percent', 'criteriaPercent', 'band'] as const;

/**
 * Those with a final score, kind by kind, best first. Where they are not named, units that share a place stand in the
 * order of their printed figures, and are numbered as they stand: neither order nor number knows the unit.
 */
export function listAnnounced(
  reported: ReportedPeriod,
  isAnonymous: boolean,
  words: Words,
): readonly AnnouncedUnit[] {
  const scored = { ...reported, units: reported.units.filter(({ final }) => final !== null) };
  const { columns, rows } = rankingTable(scored, words);
  const at = (id: string): number => columns.findIndex((column) => column.id === id);
  const name = at('unitName');
  const before = isAnonymous ? ['place'] : ['place', 'unitCode'];
  const printed = [...before.map(at), name, ...figures.map(at)];
  const ranked = rankScoredUnits(scored.units, 'final').flatMap(({ unit, standing, place }, index) => {
    const row = rows[index];
    if (!standing || !row) return [];
    const verdicts = standing.verdicts.map(({ state }) => state);
    const printedOf = figures.map((id) => row[at(id)] ?? '');
    const key = [...printedOf, ...verdicts, String(standing.criteriaOpen)].join('\t');
    return [{ unit, standing, rank: place.rank ?? 0, row, key }];
  });
  const kinds = [...Map.groupBy(ranked, ({ unit }) => unit.kind).values()];
  const inOrder = isAnonymous
    ? kinds.flatMap((peers) =>
        peers.toSorted((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
      )
    : ranked;
  return inOrder.map(({ unit, standing, row }, index): AnnouncedUnit => {
    const label = isAnonymous
      ? words.translate('summary:announcementUnit', { number: String(index + 1).padStart(2, '0') })
      : unit.name;
    const cells = printed.map((column) => (column === name ? label : (row[column] ?? null)));
    return { label, kind: unit.kind, standing, columns: printed.flatMap((one) => columns[one] ?? []), cells };
  });
}
