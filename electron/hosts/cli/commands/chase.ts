import { saveDeadline } from '#backend/usecases/chase/deadline.ts';
import { readChase, type Chase, type ChaseQuestion } from '#backend/usecases/chase/readChase.ts';
import { keepFiguresOfPeriod } from '#backend/usecases/dashboard/keepFigures.ts';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import { createReportTranslate } from '#backend/reports/reportWords.ts';
import { chaseStates } from '#shared/domain/chase/chaseUnit.ts';
import { parseCalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { chaseText } from '#shared/report/chaseText.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction, Session } from '../session.ts';

interface ChaseOptions extends Pick<ChaseQuestion, 'period' | 'above'> {
  readonly db: string;
  readonly set: string;
  readonly deadline?: string;
}

export const addChaseCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('chase')
    .description(translate('cli:aboutChase'))
    .usage('--db <file> --period <period>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--period <period>', translate('cli:optionPeriod'))
    .option('--set <set>', translate('cli:optionSet'), 'da-nang-phuong-xa')
    .option('--above <code>', translate('cli:optionAbove'))
    .option('--deadline <day>', translate('cli:optionDeadline'))
    .action((options: ChaseOptions) => run(chase(options)));
};

function chase({ db, period, set, above, deadline }: ChaseOptions): CommandAction {
  return (session) =>
    withDatabase(session, db, { mustExist: true }, async (context) => {
      const saved = deadline === undefined ? succeed({}) : setDeadline(context, period, deadline);
      if (!saved.ok) return saved;
      await keepFiguresOfPeriod(context, set, period);
      const read = readChase(context, { period, setId: set, above });
      return read.ok
        ? succeed({ document: toDocument(read.value, session), text: toText(read.value, session) })
        : read;
    });
}

/** Errors: `date-malformed`, and those of `saveDeadline`. */
function setDeadline(context: UseCaseContext, period: string, text: string): Result<unknown> {
  const day = text === 'usual' ? succeed(null) : parseCalendarDate(text);
  return day.ok ? saveDeadline(context, { period, deadline: day.value }) : day;
}

function toDocument({ units, ...frame }: Chase, { language }: Session): object {
  const translate = createReportTranslate(language);
  const counts = chaseStates.map((state) => [state, units.filter((unit) => unit.state === state).length]);
  return {
    ...frame,
    period: frame.period.code,
    counts: Object.fromEntries(counts) as Record<string, number>,
    units: units.map((entry) => ({
      ...entry,
      text: chaseText({ unitName: entry.unit.name, ...entry }, frame, translate),
    })),
  };
}

/** One message a line, of those that are not done. */
function toText({ units, ...frame }: Chase, { language }: Session): string {
  const translate = createReportTranslate(language);
  return units
    .filter(({ state }) => state !== 'done')
    .map((entry) => chaseText({ unitName: entry.unit.name, ...entry }, frame, translate))
    .join('\n');
}
