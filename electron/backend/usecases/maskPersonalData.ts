/**
 * A log line without what could name a person: known names and contacts, quoted text, e-mail addresses, telephone
 * and identity numbers, names in capitals, and the home folder in paths. Rather too much is masked than too little.
 *
 * @param knownTexts what stands in the data about people; short ones (below 3 letters) are left to the patterns
 */
export function maskPersonalData(line: string, knownTexts: readonly string[]): string {
  const known = knownTexts
    .map((text) => text.trim())
    .filter((text) => text.length >= 3)
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, text) => replaceIgnoringCase(masked, text), line.normalize('NFC'));
  return patterns.reduce((masked, [pattern, replacement]) => masked.replaceAll(pattern, replacement), known);
}

function replaceIgnoringCase(line: string, text: string): string {
  return line.replaceAll(new RegExp(escapePattern(text.normalize('NFC')), 'giu'), mask);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

const mask = '[***]';

const patterns: readonly (readonly [RegExp, string])[] = [
  // What JSON.parse and SQLite quote may be an answer.
  [/"[^"\n]*"|“[^”\n]*”|'[^'\n]*'|`[^`\n]*`/gu, `"${mask}"`],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, mask],
  [
    /((?:[/\\]|%5C|%2F)(?:home|Users|Documents%20and%20Settings|Documents and Settings)(?:[/\\]|%5C|%2F))[^/\\\n]+/giu,
    `$1${mask}`,
  ],
  [/(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)/gu, mask],
  [/\d{9,}/gu, mask],
  // Two words or more that begin with capitals: "Nguyễn Văn A", "NGUYỄN VĂN AN".
  [/(?<![\p{L}\p{N}])\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)+/gu, mask],
];
