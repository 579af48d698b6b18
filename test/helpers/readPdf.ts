import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** A word on a page with its box in points, as poppler finds it. */
export interface WordBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PageBoxes {
  readonly width: number;
  readonly height: number;
  readonly words: readonly WordBox[];
}

/** Writes a PDF into a folder so that poppler's tools can read it. */
export function keepPdf(folder: string, bytes: Uint8Array): string {
  const file = path.join(folder, 'card.pdf');
  writeFileSync(file, bytes);
  return file;
}

/** What a copy or a search finds, spaces and line ends made equal. */
export function readPdfText(file: string): string {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
  return text.replaceAll(/\s+/gu, ' ');
}

/** Names and marks of the fonts: one line each of `pdffonts`, without its head. */
export function readPdfFonts(file: string): readonly string[] {
  return execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
}

export function readPdfInfo(file: string): string {
  return execFileSync('pdfinfo', [file], { encoding: 'utf8' });
}

export function readPdfBoxes(file: string): readonly PageBoxes[] {
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: attribute(page, 'width'),
      height: attribute(page, 'height'),
      words: page
        .split('<word ')
        .slice(1)
        .map((word) => ({
          text: /">(.*?)<\/word>/su.exec(word)?.[1] ?? '',
          left: attribute(word, 'xMin'),
          right: attribute(word, 'xMax'),
          top: attribute(word, 'yMin'),
          bottom: attribute(word, 'yMax'),
        })),
    }));
}

function attribute(element: string, name: string): number {
  return Number(new RegExp(`${name}="([-0-9.]+)"`, 'u').exec(element)?.[1]);
}
