import { parseCalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { findUnits, type FoundUnit } from '#shared/domain/units/findUnits.ts';
import { fail, succeed, type Result } from '#shared/errors/result.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { toTextTable } from '../textTable.ts';

interface FindOptions {
  readonly on?: string;
}

export const addUnitsCommand: AddCommand = (parent, { translate }, run) => {
  const units = parent
    .command('units')
    .description(translate('cli:aboutUnits'))
    .usage('find <text> [--on <date>]');
  units
    .command('find')
    .description(translate('cli:aboutUnitsFind'))
    .usage('<text> [--on <date>]')
    .argument('<text...>', translate('cli:argumentUnit'))
    .option('--on <date>', translate('cli:optionOn'))
    .action((words: readonly string[], options: FindOptions) => run(findByText(words.join(' '), options)));
};

function findByText(text: string, options: FindOptions): CommandAction {
  return (session) => {
    const onDate = readDay(options.on);
    if (!onDate.ok) return onDate;
    const content = session.loadContent();
    if (!content.ok) return content;
    const { translate } = session.wording;
    const found = findUnits(content.value.unitLists, text, { onDate: onDate.value }).map(toDocument);
    if (found.length === 0) {
      return succeed({ document: [], text: '', messages: [translate('cli:unitsNone', { text })] });
    }
    const columns = ['cli:columnCode', 'cli:columnUnit', 'cli:columnAbove', 'cli:columnInForce'] as const;
    const rows = found.map((unit) => [
      unit.code,
      unit.name,
      unit.parentName ?? '',
      `${unit.validFrom ?? '…'} – ${unit.validTo ?? '…'}`,
    ]);
    return succeed({ document: found, text: toTextTable([columns.map((key) => translate(key)), ...rows]) });
  };
}

function readDay(text: string | undefined): Result<string | undefined> {
  if (text === undefined) return succeed(undefined);
  const day = parseCalendarDate(text);
  return day.ok ? day : fail(day.errors.map((error) => ({ ...error, place: '--on' })));
}

function toDocument({ unit, list, match }: FoundUnit) {
  return {
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    parent: unit.parent ?? null,
    parentName: list.units.find(({ code }) => code === unit.parent)?.name ?? null,
    list: list.id,
    validFrom: list.validFrom,
    validTo: list.validTo,
    predecessors: unit.predecessors ?? [],
    match,
  };
}
