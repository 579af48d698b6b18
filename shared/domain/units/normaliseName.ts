/** Usual abbreviations of the kind of unit; a single letter counts only with its dot, because "P Rao" is a name. */
const abbreviations: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^p *\.[ .]*(?=[^ .])/u, 'phuong '],
  [/^x *\.[ .]*(?=[^ .])/u, 'xa '],
  [/^q *\.[ .]*(?=[^ .])/u, 'quan '],
  [/^h *\.[ .]*(?=[^ .])/u, 'huyen '],
  [/^tt[ .]+(?=[^ .])/u, 'thi tran '],
  [/^tx[ .]+(?=[^ .])/u, 'thi xa '],
  [/^tp[ .]+(?=[^ .])/u, 'thanh pho '],
  [/^dk[ .]+(?=[^ .])/u, 'dac khu '],
];

const kindWords = ['phuong', 'xa', 'thi tran', 'dac khu', 'quan', 'huyen', 'thi xa', 'thanh pho', 'tinh'];

const marks = /\p{M}/gu;
// Grave, acute, tilde, hook above and dot below; the other marks make a different vowel.
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A unit's name as plain letters for search and comparison: lower case, no diacritics, đ → d, one space between words,
 * no punctuation, abbreviated kinds written out ("P. Hải Châu" → "phuong hai chau"). Same result for NFC and NFD,
 * for Hòa and Hoà, and for its own result.
 */
export function normaliseName(text: string): string {
  let plain = foldCase(text)
    .replace(marks, '')
    .replace(/[đð]/gu, 'd')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/gu, '');
  for (const [pattern, words] of abbreviations) {
    const writtenOut = plain.replace(pattern, words);
    if (writtenOut !== plain) {
      plain = writtenOut;
      break;
    }
  }
  return plain.replace(/[ .]+/gu, ' ');
}

/** A normalised name without the leading words that say its kind; unchanged where there are none. */
export function withoutKind(normalisedName: string): string {
  const kind = kindWords.find((words) => normalisedName.startsWith(`${words} `));
  return kind === undefined ? normalisedName : normalisedName.slice(kind.length + 1);
}

/**
 * A name with its diacritics in a comparable form: "Hòa" and "Hoà" are equal, "Trà Don" and "Trà Dơn" are not.
 * Tone marks stand at the end of their word, because spellings differ only in which vowel carries them.
 */
export function foldDiacritics(text: string): string {
  return foldCase(text)
    .replace(/ð/gu, 'đ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(toneMarks, '') + (word.match(toneMarks) ?? []).join(''))
    .join(' ');
}

// Apostrophes go before anything else: "Ch’ơm", "Ch'ơm" and "Chơm" are one name. Icelandic ð comes from old fonts that drew đ with it.
function foldCase(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(/['’‘ʼ`´]/gu, '');
}
