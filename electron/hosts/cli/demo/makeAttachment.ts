import { createHash } from 'node:crypto';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import texts from './demoTexts.json' with { type: 'json' };
import { fillIn } from './fillIn.ts';

/** A file of evidence with its bytes. */
export interface Attachment {
  readonly file: NonNullable<Evidence['file']>;
  readonly bytes: Uint8Array;
}

/** A PDF of one page with one line. @param line printable ASCII without brackets and backslashes */
export function makeAttachment(line: string): Attachment {
  const bytes = Buffer.from(pdfOf(line), 'latin1');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = fillIn(texts.attachment, { n: sha256.slice(0, 4) });
  return { file: { sha256, name, size: bytes.length }, bytes };
}

function pdfOf(line: string): string {
  const drawing = `BT /F1 14 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${String(drawing.length)} >>\nstream\n${drawing}\nendstream`,
  ];
  const head = '%PDF-1.4\n';
  const places: number[] = [];
  let body = '';
  objects.forEach((object, index) => {
    places.push(head.length + body.length);
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = String(objects.length + 1);
  const tail = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\n`;
  return `${head}${body}${tail}startxref\n${String(head.length + body.length)}\n%%EOF\n`;
}
