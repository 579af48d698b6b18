import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TFontDictionary } from 'pdfmake/interfaces';
import { withoutArrangingTables } from './plainFont.ts';

/** Tinos has the metrics of Times New Roman and every Vietnamese letter; always embedded, never the machine's. */
export const fontName = 'Tinos';

const files = {
  normal: '400Regular',
  bold: '700Bold',
  italics: '400Regular_Italic',
  bolditalics: '700Bold_Italic',
} as const;

export type FontStyle = keyof typeof files;
export const fontStyles: readonly FontStyle[] = ['normal', 'bold', 'italics', 'bolditalics'];

/** The styles stand under their own names in pdfmake's memory; no path of the machine is involved. */
export const fontDictionary: TFontDictionary = {
  [fontName]: { normal: 'normal', bold: 'bold', italics: 'italics', bolditalics: 'bolditalics' },
};

/** Under these names a PDF that already uses a style knows it. */
export const postscriptNames: Readonly<Record<FontStyle, string>> = {
  normal: 'Tinos-Regular',
  bold: 'Tinos-Bold',
  italics: 'Tinos-Italic',
  bolditalics: 'Tinos-BoldItalic',
};

const read = new Map<FontStyle, Buffer>();

/** The bytes of a style, read once. */
export function fontBytes(style: FontStyle): Buffer {
  const known = read.get(style);
  if (known) return known;
  const { resolve } = createRequire(import.meta.url);
  const file = resolve(`@expo-google-fonts/tinos/${files[style]}/Tinos_${files[style]}.ttf`);
  const bytes = withoutArrangingTables(readFileSync(file));
  read.set(style, bytes);
  return bytes;
}
