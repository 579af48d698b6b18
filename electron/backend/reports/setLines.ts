import type { ContentText } from 'pdfmake/interfaces';
import { readLetterWidths, type LetterWidths } from './letterWidths.ts';
import { fontBytes, type FontStyle } from './pdfFonts.ts';
import { tidyText } from './typography.ts';

/** Where a text is set: `width` and `size` in points. */
export interface Column {
  readonly width: number;
  readonly size: number;
  readonly style: FontStyle;
}

const known = new Map<FontStyle, LetterWidths>();

/**
 * Breaks a left-aligned text into lines and gives each to pdfmake as one piece. pdfmake would measure and draw
 * every word by itself, which takes most of the time of the wide table. A word wider than the column is broken
 * where the column ends.
 */
export function setLines(text: string, column: Column): ContentText[] {
  const paragraphs = tidyText(text).split('\n');
  return paragraphs.flatMap((paragraph, index) => {
    const lines = breakLines(paragraph, column).map((line): ContentText => ({
      text: `${line} `,
      noWrap: true,
    }));
    return index === paragraphs.length - 1 ? lines : [...lines, { text: '\n' }];
  });
}

/** The lines of a whole text, prepared for print. */
export function breakText(text: string, column: Column): readonly string[] {
  return tidyText(text)
    .split('\n')
    .flatMap((paragraph) => breakLines(paragraph, column));
}

/** The lines of one paragraph, each as long as fits. */
export function breakLines(paragraph: string, column: Column): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/[ \t]+/u).flatMap((whole) => breakWord(whole, column))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer, column)) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, column: Column): readonly string[] {
  if (fits(word, column)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece === '' || fits(piece + letter, column)) {
      piece += letter;
    } else {
      pieces.push(piece);
      piece = letter;
    }
  }
  return [...pieces, piece];
}

function fits(text: string, column: Column): boolean {
  return lineWidth(text, column) <= column.width;
}

/** In points. */
export function lineWidth(text: string, { size, style }: Column): number {
  return widthOf(text, style) * size;
}

/** In em. */
function widthOf(text: string, style: FontStyle): number {
  const widths = known.get(style) ?? readLetterWidths(fontBytes(style));
  known.set(style, widths);
  let total = 0;
  for (const letter of text) total += widths(letter.codePointAt(0) ?? 0);
  return total;
}
