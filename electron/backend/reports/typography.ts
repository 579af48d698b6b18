import type { ContentText } from 'pdfmake/interfaces';

const noBreakSpace = '\u00a0';

/** Runs of a paragraph: a word too long for its column may break anywhere, all others only at spaces. */
export type Runs = string | ContentText[];

/** Composed letters (NFC), no control characters, figures held to their sign. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .replaceAll(/(\d) %/gu, `$1${noBreakSpace}%`)
    .replaceAll(/(?<=(?:^|[\s(])[a-z]) = (?=\d)/gu, `${noBreakSpace}=${noBreakSpace}`);
}

/**
 * Prepares a text for print. A word of more than `longest` letters (a web address, a slip of the keyboard) may
 * break anywhere, so that it cannot run out of its column.
 */
export function setText(text: string, longest = 24): Runs {
  const tidied = tidyText(text);
  const pieces = tidied.split(/(\s+)/u);
  if (pieces.every((piece) => piece.length <= longest)) return tidied;
  return pieces.map((piece) =>
    piece.length > longest ? { text: piece, wordBreak: 'break-all' } : { text: piece },
  );
}
