import { compareVersionsOfSet, type SetComparison } from '#backend/usecases/authoring/compareWithOlder.ts';
import { mapsToYaml } from '#backend/usecases/authoring/writeSetFolder.ts';
import { createAuthoringTranslate } from '#backend/reports/authoringWords.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { succeed } from '#shared/errors/result.ts';
import { readSetOrSource, refuseSet } from '../readSet.ts';
import type { AddCommand, CommandAction, Session } from '../session.ts';
import { toTextTable } from '../textTable.ts';
import { writeResultFile } from '../writeResultFile.ts';

export const addCriteriaDiffCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('diff')
    .description(translate('cli:aboutCriteriaDiff'))
    .usage('<older> <newer> [--maps <maps.yaml>]')
    .argument('<older>', translate('cli:argumentOlder'))
    .argument('<newer>', translate('cli:argumentNewer'))
    .option('--maps <file>', translate('cli:optionMaps'))
    .action((older: string, newer: string, { maps }: { readonly maps?: string }) =>
      run(compare(older, newer, maps)),
    );
};

function compare(olderName: string, newerName: string, mapsFile: string | undefined): CommandAction {
  return async (session) => {
    const content = session.loadContent();
    if (!content.ok) return content;
    const older = await readSetOrSource(content.value, olderName);
    if (!older.ok) return older;
    const newer = await readSetOrSource(content.value, newerName);
    if (!newer.ok) return newer;
    // What is wrong does not keep two sets from being compared, as long as both can be understood.
    if (!older.value.set) return refuseSet(older.value.faults, session);
    if (!newer.value.set) return refuseSet(newer.value.faults, session);
    const compared = compareVersionsOfSet(older.value.set, newer.value.set, newer.value.maps);
    const map = { from: compared.older.version, changes: compared.changes.map(toChange) };
    const messages = compared.isProposed ? [session.wording.translate('cli:diffProposed')] : [];
    if (mapsFile !== undefined) {
      const written = await writeResultFile(mapsFile, Buffer.from(mapsToYaml([map])));
      if (!written.ok) return written;
      messages.push(session.wording.translate('cli:diffMapsWritten', { file: written.value }));
    }
    return succeed({
      document: toDocument(compared, map),
      text: toText(compared, session),
      messages,
    });
  };
}

function toChange(change: SetComparison['changes'][number]) {
  return { from: change.from, to: [...change.to], keepsValue: change.keepsValue };
}

function toDocument({ older, newer, isProposed, criteria }: SetComparison, map: object) {
  const short = ({ id, code, name }: Criterion) => ({ id, code, name });
  return {
    older: { id: older.id, version: older.version },
    newer: { id: newer.id, version: newer.version },
    criteria: criteria.map(({ kind, before, after, keepsValue, aspects }) => ({
      kind,
      before: before.map(short),
      after: after && short(after),
      keepsValue,
      aspects,
    })),
    isProposed,
    map,
  };
}

function toText({ criteria }: SetComparison, { language, wording }: Session): string {
  const words = createAuthoringTranslate(language);
  const name = ({ code, name: text }: Criterion): string => `${code} ${text[language]}`;
  const rows = criteria
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, before, after, aspects }) => [
      words(`diff-${kind}`),
      before.map(name).join('; '),
      after ? name(after) : '',
      aspects.map((aspect) => words(`aspect-${aspect}`)).join(', '),
    ]);
  const heads = (['columnFate', 'columnOlder', 'columnNewer', 'columnAspects'] as const).map((key) =>
    wording.translate(`cli:${key}`),
  );
  const same = criteria.filter(({ kind }) => kind === 'same').length;
  return `${toTextTable([heads, ...rows])}\n${words('diff-same')}: ${String(same)}`;
}
