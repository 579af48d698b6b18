import { z } from 'zod';
import { appError, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { parseJsonDocument, type RepeatedKey } from './jsonDocument.ts';

/** A JSON file that people write: its name, newest version, and the field whose keys are criteria. */
export interface FileFormat {
  readonly name: string;
  readonly version: number;
  readonly keyedBy: string;
}

/** A file that claims to be of a format and version we know; its fields are not yet checked. */
export interface OpenedFile {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Repeated keys: what they said would be lost. */
  readonly faults: readonly AppError[];
}

/** Errors: `json-malformed`, `json-too-deep`, `format-unknown`, `format-too-new`. */
export function openFile(text: string, format: FileFormat): Result<OpenedFile> {
  const document = parseJsonDocument(text);
  if (!document.ok) return document;
  const head = z
    .looseObject({ format: z.literal(format.name), version: z.int().min(1) })
    .safeParse(document.value.value);
  if (!head.success) return failWith('format-unknown', { expected: format.name });
  if (head.data.version > format.version) {
    return failWith('format-too-new', { found: head.data.version, known: format.version });
  }
  return succeed({
    fields: document.value.value as Record<string, unknown>,
    faults: document.value.repeatedKeys.map((repeated) => toRepeatedKeyError(repeated, format.keyedBy)),
  });
}

function toRepeatedKeyError({ parent, key }: RepeatedKey, keyedBy: string): AppError {
  const place = parent === '' ? key : `${parent}.${key}`;
  return parent === keyedBy
    ? appError('criterion-repeated', { code: key }, place)
    : appError('key-repeated', { field: key }, place);
}
