import { textLimits } from '#shared/domain/assessment/answer.ts';

const shortFields = ['number', 'issuer', 'page'] as const;
const fieldsOfCard = 5;
/** Days that are there in every year; the last of February goes the long way. */
const plainDay =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$/u;
const digest = /^[0-9a-f]{64}$/u;

/**
 * Whether a value is a list of evidence cards exactly as this program writes them. False says nothing: the cards then
 * have to be checked by their schema, which takes ten times as long and knows what is wrong.
 */
export function areCanonicalCards(value: unknown, valueText: string): boolean {
  return (
    Array.isArray(value) &&
    value.length <= textLimits.documents &&
    value.every(isCanonicalCard) &&
    valueText.normalize('NFC') === valueText
  );
}

function isCanonicalCard(card: unknown): boolean {
  if (!isRecord(card)) return false;
  const { date, title, file } = card;
  return (
    Object.keys(card).length === (file === undefined ? fieldsOfCard : fieldsOfCard + 1) &&
    shortFields.every((field) => isText(card[field], textLimits.short)) &&
    isText(title, textLimits.medium) &&
    typeof date === 'string' &&
    (date === '' || plainDay.test(date)) &&
    (file === undefined || isCanonicalFile(file))
  );
}

function isCanonicalFile(file: unknown): boolean {
  if (!isRecord(file) || Object.keys(file).length !== 3) return false;
  const { sha256, name, size } = file;
  return (
    typeof sha256 === 'string' &&
    digest.test(sha256) &&
    isText(name, 255) &&
    name !== '' &&
    Number.isSafeInteger(size) &&
    Number(size) >= 0
  );
}

function isText(value: unknown, limit: number): boolean {
  return typeof value === 'string' && value.length <= limit;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
