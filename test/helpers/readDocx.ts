import { readFileSync } from 'node:fs';
import { readZipText } from './readZip.ts';

/** What stands in a Word file, in order; paragraphs and cells are parted by one space. */
export function readDocxText(file: string): string {
  return readZipText(readFileSync(file), 'word/document.xml')
    .replaceAll('</w:p>', ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ');
}
