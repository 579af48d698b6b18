import { spreadOverBands } from '../../domain/ranking/bandSpread.ts';
import { formatPercent } from '../formatFigure.ts';
import { statementInWords } from '../statementInWords.ts';
import { describeTargets, describeThresholds } from '../summary/findings.ts';
import { boundsOfSet } from '../boundsOfSet.ts';
import type { ReportedPeriod } from '../summary/reportedPeriod.ts';
import type { Words } from '../words.ts';
import type { AnnouncedUnit } from './announcedUnits.ts';

/** What the announcement rests on; a draft is named as such and never as a basis. */
export function describeBasis(
  { set }: Pick<ReportedPeriod, 'set'>,
  period: string,
  words: Words,
): readonly string[] {
  const { language, translate } = words;
  return [
    ...set.documents.map(({ status, title }) =>
      translate(status === 'draft' ? 'summary:announcementDraft' : 'summary:announcementBasis', {
        title: title[language],
      }),
    ),
    translate('summary:announcementCouncil', { set: set.title[language], version: set.version, period }),
    statementInWords(set, words),
  ];
}

/** How many units were judged, and how all of them stand; targets speak about all, never about a part. */
export function describeWhole(reported: ReportedPeriod, withheld: number, words: Words): readonly string[] {
  const { set, units } = reported;
  const { language, translate } = words;
  const judged = units.filter(({ final }) => final !== null);
  const bands = spreadOverBands(set, judged, 'final').flatMap(({ band, units: count }) => {
    if (count === 0) return [];
    const name = typeof band === 'string' ? translate(`summary:band-${band}`) : band.name[language];
    return [translate('summary:announcementBand', { name, units: count })];
  });
  return [
    translate('summary:announcementUnits', {
      units: units.length,
      judged: judged.length,
      others: units.length - judged.length,
    }),
    ...describeThresholds(reported, words),
    ...(withheld === 0 ? describeTargets(reported, words) : []),
    translate('summary:announcementBands', { bands: bands.join('; '), note: set.bands.note[language] }),
  ];
}

/** For each threshold the units that have reached it, with the figure that it asks about. */
export function describeReached(
  { set }: ReportedPeriod,
  announced: readonly AnnouncedUnit[],
  { language, translate }: Words,
): readonly string[] {
  return set.thresholds.map(({ id, measure, title }) => {
    const reached = announced.flatMap(({ label, standing }) => {
      const verdict = standing.verdicts.find(({ threshold }) => threshold.id === id);
      if (verdict?.state !== 'reached') return [];
      const figure = measure === 'points' ? standing.percent : standing.criteriaPercent;
      return [`${label} (${formatPercent(figure, language, boundsOfSet(set, measure))})`];
    });
    return reached.length === 0
      ? translate('summary:announcementReachedNone', { title: title[language] })
      : translate('summary:announcementReached', {
          title: title[language],
          units: reached.length,
          names: reached.join('; '),
        });
  });
}

/** Units without a final score, and those of whose criteria some are not decided; nothing where all are. */
export function describeUnfinished(
  { units }: ReportedPeriod,
  announced: readonly AnnouncedUnit[],
  isAnonymous: boolean,
  { translate }: Words,
): readonly string[] {
  const without = units.filter(({ final }) => final === null).map(({ unit }) => unit.name);
  const open = announced.flatMap(({ label, standing: { criteriaOpen } }) =>
    criteriaOpen === 0 ? [] : [translate('summary:announcementOpen', { unit: label, open: criteriaOpen })],
  );
  return [
    ...(without.length === 0
      ? []
      : [
          isAnonymous
            ? translate('summary:announcementWithoutCount', { units: without.length })
            : translate('summary:announcementWithout', { units: without.length, names: without.join('; ') }),
        ]),
    ...(open.length === 0
      ? []
      : [translate('summary:announcementUndecided', { units: open.length, names: open.join('; ') })]),
  ];
}

/** What an anonymised announcement leaves out. */
export function describeAnonymity(withheld: number, { translate }: Words): readonly string[] {
  return [
    translate('summary:announcementLeftOut'),
    ...(withheld === 0 ? [] : [translate('summary:announcementWithheld', { units: withheld })]),
  ];
}
