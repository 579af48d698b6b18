import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { listZipNames, readZipText } from './readZip.ts';

/**
 * What somebody types: a text, a figure, yes or no as a spreadsheet knows it, a share as it keeps it (0.85 for 85 %), a
 * formula that fails (`#REF!`).
 */
export type Typed = string | number | boolean | { readonly share: number } | { readonly error: string };

/** A workbook with cells filled in as a spreadsheet program would leave them; `cells` by sheet number and address. */
export async function fillWorkbook(
  workbook: Buffer,
  cells: Readonly<Record<number, Readonly<Record<string, Typed>>>>,
): Promise<Buffer> {
  const zip = new ZipFile();
  const [styles = ''] = /<cellXfs.*<\/cellXfs>/su.exec(readZipText(workbook, 'xl/styles.xml')) ?? [];
  const shareStyle = styles.split('<xf').length - 1;
  for (const name of listZipNames(workbook)) {
    const sheet = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(name)?.[1]);
    const text = readZipText(workbook, name);
    const filled = fillSheet(text, cells[sheet] ?? {}, shareStyle);
    // The format `0%`.
    zip.addBuffer(Buffer.from(filled.replace('</cellXfs>', '<xf numFmtId="9"/></cellXfs>')), name);
  }
  zip.end();
  return await buffer(zip.outputStream);
}

function fillSheet(xml: string, cells: Readonly<Record<string, Typed>>, shareStyle: number): string {
  return Object.entries(cells).reduce((filled, [address, typed]) => {
    const pattern = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|></c>|>.*?</c>)`, 'u');
    if (!pattern.test(filled)) throw new Error(`No cell ${address}`);
    return filled.replace(pattern, (_whole, style: string | undefined) =>
      typeof typed === 'object' && 'error' in typed
        ? `<c r="${address}"${style ?? ''} t="e"><f>A1/0</f><v>${typed.error}</v></c>`
        : typeof typed === 'object'
          ? cellOf(address, ` s="${String(shareStyle)}"`, typed.share)
          : cellOf(address, style ?? '', typed),
    );
  }, xml);
}

function cellOf(address: string, style: string, typed: string | number | boolean): string {
  const open = `<c r="${address}"${style}`;
  if (typeof typed === 'number') return `${open}><v>${String(typed)}</v></c>`;
  if (typeof typed === 'boolean') return `${open} t="b"><v>${typed ? '1' : '0'}</v></c>`;
  const text = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${open} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
