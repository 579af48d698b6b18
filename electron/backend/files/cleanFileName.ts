import path from 'node:path';

/** Windows takes these for devices, whatever follows the first dot. */
const deviceNames = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
// Controls, and the invisible signs that can make "gpj.exe" read as "exe.jpg" (https://unicode.org/reports/tr36/).
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const refusedByWindows = /[<>:"|?*]/gu;
const longestName = 200;

/**
 * A file name as people may see it and as any system may save it: no folders, nothing invisible, in one Unicode
 * form, 1 to 200 characters with its ending kept.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/u).at(-1) ?? '';
  const plain = last
    .replaceAll(invisible, '')
    .replaceAll(refusedByWindows, '_')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '')
    .replace(/[. ]+$/u, '')
    // Taking something invisible out may have brought a letter and its mark together.
    .normalize('NFC');
  const safe = deviceNames.test(plain) ? `_${plain}` : plain;
  return safe === '' ? 'file' : shorten(safe);
}

function shorten(name: string): string {
  if (name.length <= longestName) return name;
  const extension = path.extname(name);
  const ending = extension.length <= 10 ? extension : '';
  // Cutting may halve a character that takes two units.
  return `${name
    .slice(0, longestName - ending.length)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd()}${ending}`;
}
