import type { ContentText } from 'pdfmake/interfaces';

const noBreakSpace = '\u00a0';

/** Runs of a paragraph: a word too long for its column may break anywhere, all others only at spaces. */
export type Runs = string | ContentText[];

/**
 * Prepares a text for print: composed letters (NFC), no control characters, figures held to their sign.
 * A word of more than `longest` letters (a web address, a slip of the keyboard) may break anywhere, so that it
 * cannot run out of its column.
 */
export function setText(text: string, longest = 24): Runs {
  const tidied = text
    .normalize('NFC')
    .replaceAll(/\r\n?/gu, '\n')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/gu, '')
    .replaceAll(/(\d) %/gu, `$1${noBreakSpace}%`)
    .replaceAll(/(?<=(?:^|[\s(])[a-z]) = (?=\d)/gu, `${noBreakSpace}=${noBreakSpace}`);
  const pieces = tidied.split(/(\s+)/u);
  if (pieces.every((piece) => piece.length <= longest)) return tidied;
  return pieces.map((piece) =>
    piece.length > longest ? { text: piece, wordBreak: 'break-all' } : { text: piece },
  );
}
