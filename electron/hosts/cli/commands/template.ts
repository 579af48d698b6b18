import { createTemplate } from '#backend/usecases/reporting/createTemplate.ts';
import { succeed } from '#shared/errors/result.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { writeResultFile } from '../writeResultFile.ts';

interface TemplateOptions {
  readonly set: string;
  readonly kind?: string;
  readonly out: string;
}

export const addTemplateCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('template')
    .description(translate('cli:aboutTemplate'))
    .usage('--set <set>[@version] --out <form.xlsx>')
    .requiredOption('--set <set>', translate('cli:argumentSet'))
    .option('--kind <kind>', translate('cli:optionKind'))
    .requiredOption('--out <file>', translate('cli:optionOutXlsx'))
    .action((options: TemplateOptions) => run(make(options)));
};

function make({ set, kind, out }: TemplateOptions): CommandAction {
  return async ({ loadContent, language, wording }) => {
    const content = loadContent();
    if (!content.ok) return content;
    const [setId = '', setVersion] = set.split('@');
    const created = await createTemplate(content.value, { setId, setVersion, unitKind: kind }, language);
    if (!created.ok) return created;
    const { bytes } = created.value;
    const written = await writeResultFile(out, bytes);
    if (!written.ok) return written;
    return succeed({
      document: { file: written.value, size: bytes.byteLength },
      text: written.value,
      messages: [wording.translate('cli:templateWritten', { file: written.value })],
    });
  };
}
