import { contentFault, type ContentFault } from './contentFault.ts';

/**
 * Checks every text below a value: NFC, not blank, and where a text stands in both languages the English one
 * is not the Vietnamese one left over.
 */
export function checkTexts(value: unknown, place: string): readonly ContentFault[] {
  if (typeof value === 'string') return checkText(value, place);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, member]) => checkTexts(member, `${place} ${key}`));
  return isLeftInVietnamese(value) ? [...below, contentFault('text-not-translated', place)] : below;
}

function checkText(text: string, place: string): readonly ContentFault[] {
  return [
    ...(text === text.normalize('NFC') ? [] : [contentFault('text-not-nfc', place)]),
    ...(text.trim() === '' ? [contentFault('text-blank', place)] : []),
  ];
}

function isLeftInVietnamese(value: object): boolean {
  if (!('vi' in value) || !('en' in value) || value.vi !== value.en) return false;
  return typeof value.vi === 'string' && /[đ\p{M}]/iu.test(value.vi.normalize('NFD'));
}
