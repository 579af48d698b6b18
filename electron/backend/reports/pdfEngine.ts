import { once } from 'node:events';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { fontBytes, fontDictionary, fontStyles } from './pdfFonts.ts';

/** Files in pdfmake's memory: part of its server interface, missing in @types/pdfmake 0.3.3. */
interface WithVirtualFiles {
  readonly virtualfs: { writeFileSync: (name: string, content: Buffer) => void };
}

const { virtualfs } = pdfmake as unknown as WithVirtualFiles;
for (const style of fontStyles) virtualfs.writeFileSync(style, fontBytes(style));
pdfmake.setFonts(fontDictionary);
// What is printed holds text only: nothing may be fetched from the network or read from the disk.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Sets a document; its pages stay open for drawing until `finishPdf`. */
export async function startPdf(definition: TDocumentDefinitions): Promise<PDFKit.PDFDocument> {
  return await pdfmake.createPdf(definition, { bufferPages: true }).getStream();
}

/** The bytes of the whole file. */
export async function finishPdf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = once(document, 'end');
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
