import { appError, type AppError } from '#shared/errors/result.ts';

/** Collects the faults of a document while it is read, so that all are told at once. */
export type FaultList = AppError[];

export function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/**
 * A text in one form: NFC, without blanks around it or halves of characters, neither of which survive storing.
 * Absent and null are empty. Faults: `text-expected`, `text-too-long`.
 */
export function readText(input: unknown, limit: number, place: string, faults: FaultList): string {
  if (input === undefined || input === null) return '';
  if (typeof input !== 'string') {
    faults.push(appError('text-expected', {}, place));
    return '';
  }
  const text = input.toWellFormed().normalize('NFC').trim();
  if (text.length <= limit) return text;
  faults.push(appError('text-too-long', { limit }, place));
  return '';
}

/** Like `readText` for a field that must be there. Faults: also `field-missing`. */
export function readRequiredText(
  fields: Readonly<Record<string, unknown>>,
  field: string,
  limit: number,
  faults: FaultList,
): string {
  const before = faults.length;
  const text = readText(fields[field], limit, field, faults);
  if (text === '' && faults.length === before) faults.push(appError('field-missing', { field }, field));
  return text;
}

export function reportUnknownFields(
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  place: string,
  faults: FaultList,
): void {
  for (const field of Object.keys(fields)) {
    if (known.includes(field)) continue;
    const shown = field.slice(0, 60);
    faults.push(appError('field-unknown', { field: shown }, place === '' ? shown : `${place}.${shown}`));
  }
}
