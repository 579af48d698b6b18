import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TFontDictionary } from 'pdfmake/interfaces';
import { withoutArrangingTables } from './plainFont.ts';

/** Tinos has the metrics of Times New Roman and every Vietnamese letter; always embedded, never the machine's. */
export const fontName = 'Tinos';

const styles = {
  normal: '400Regular',
  bold: '700Bold',
  italics: '400Regular_Italic',
  bolditalics: '700Bold_Italic',
} as const;

/** Names under which the font files stand in pdfmake's own memory; no path of the machine is involved. */
export const fontDictionary: TFontDictionary = { [fontName]: { ...styles } };

/** The four font files by name, read once. */
export function readFonts(): ReadonlyMap<string, Buffer> {
  const { resolve } = createRequire(import.meta.url);
  return new Map(
    Object.values(styles).map((style) => {
      const file = resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`);
      return [style, withoutArrangingTables(readFileSync(file))];
    }),
  );
}
