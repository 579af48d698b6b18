import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadContent, type Content } from '../../electron/backend/files/content.ts';
import { readAnswers, type ResolvedAnswers } from '../../shared/format/readAnswers.ts';
import { valueOf } from './valueOf.ts';

export const productFolder = path.resolve(import.meta.dirname, '../..');

/** Criteria and units as every start reads them. */
export function readContent(): Content {
  return valueOf(loadContent(path.join(productFolder, 'criteria')));
}

/** The demo's main sample: a ward with most of its 75 criteria answered. */
export function readMainSample(content: Content): ResolvedAnswers {
  const file = path.join(productFolder, 'resources/demo/01-phuong-hai-chau.json');
  return valueOf(readAnswers(readFileSync(file, 'utf8'), content));
}
