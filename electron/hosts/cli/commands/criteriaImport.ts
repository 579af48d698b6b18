import { digestOf } from '#backend/files/content.ts';
import { writeSetFolder } from '#backend/usecases/authoring/writeSetFolder.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import { succeed } from '#shared/errors/result.ts';
import { readSetSource, refuseSet } from '../readSet.ts';
import type { AddCommand, CommandAction } from '../session.ts';

export const addCriteriaImportCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('import')
    .description(translate('cli:aboutCriteriaImport'))
    .usage('<set.xlsx | folder> --out <folder>')
    .argument('<source>', translate('cli:argumentSetSource'))
    .requiredOption('--out <folder>', translate('cli:optionOutSets'))
    .action((source: string, { out }: { readonly out: string }) => run(importSet(source, out)));
};

function importSet(source: string, out: string): CommandAction {
  return async (session) => {
    const content = session.loadContent();
    if (!content.ok) return content;
    const read = await readSetSource(content.value, source);
    if (!read.ok) return read;
    const { set, maps, faults } = read.value;
    if (!set || faults.length > 0) return refuseSet(faults, session);
    const written = writeSetFolder(out, set, maps);
    if (!written.ok) return written;
    const [folder, criteria] = [written.value, listCriteria(set).length];
    const { id, version, status } = set;
    return succeed({
      document: { ok: true, folder, id, version, status, criteria, digest: digestOf(set), faults: [] },
      text: folder,
      messages: [session.wording.translate('cli:setRead', { set: `${id}@${version}`, criteria, folder })],
    });
  };
}
