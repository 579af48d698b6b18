import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { isSchemaName, listSchemaFiles, schemaNames, toJsonSchema } from '#shared/format/jsonSchemas.ts';
import type { AddCommand, CommandOutput, Session } from '../session.ts';

interface SchemaOptions {
  readonly write?: true;
}

export const addCriteriaSchemaCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('schema')
    .description(translate('cli:aboutCriteriaSchema'))
    .usage('[name] [--write]')
    .argument('[name]', translate('cli:argumentSchema', { names: schemaNames.join(', ') }), 'criteria-set')
    .option('--write', translate('cli:optionWriteSchemas'))
    .action((name: string, options: SchemaOptions) =>
      run((session) => (options.write ? writeSchemas(session) : printSchema(name))),
    );
};

/** A JSON Schema is JSON for people too, so the output is the same with and without `--json`. */
function printSchema(name: string): Result<CommandOutput> {
  if (!isSchemaName(name)) {
    return failWith('schema-unknown', { name: name.slice(0, 40), known: schemaNames.join(', ') });
  }
  const document = toJsonSchema(name);
  return succeed({ document, text: JSON.stringify(document, null, 2) });
}

function writeSchemas({ contentFolder, wording }: Session): Result<CommandOutput> {
  const folder = path.join(contentFolder, 'schema');
  const files = listSchemaFiles();
  try {
    mkdirSync(folder, { recursive: true });
    for (const { file, text } of files) {
      writeFileSync(path.join(folder, `${file}.new`), text);
      renameSync(path.join(folder, `${file}.new`), path.join(folder, file));
    }
  } catch {
    return failWith('file-not-writable', { path: folder });
  }
  return succeed({
    document: files.map(({ file }) => path.join(folder, file)),
    text: wording.translate('cli:schemasWritten', { count: files.length, folder }),
  });
}
