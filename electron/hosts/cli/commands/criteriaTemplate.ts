import { createAuthoringWorkbook } from '#backend/usecases/authoring/createAuthoringWorkbook.ts';
import { succeed } from '#shared/errors/result.ts';
import type { AddCommand } from '../session.ts';
import { writeResultFile } from '../writeResultFile.ts';

export const addCriteriaTemplateCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('template')
    .description(translate('cli:aboutCriteriaTemplate'))
    .usage('<set>[@version] --out <set.xlsx>')
    .argument('<set>', translate('cli:argumentSet'))
    .requiredOption('--out <file>', translate('cli:optionOutXlsx'))
    .action((set: string, { out }: { readonly out: string }) =>
      run(async ({ loadContent, language }) => {
        const content = loadContent();
        if (!content.ok) return content;
        const [setId = '', setVersion] = set.split('@');
        const created = await createAuthoringWorkbook(content.value, { setId, setVersion }, language);
        if (!created.ok) return created;
        const { bytes } = created.value;
        const written = await writeResultFile(out, bytes);
        if (!written.ok) return written;
        return succeed({
          document: { file: written.value, size: bytes.byteLength },
          text: written.value,
        });
      }),
    );
};
