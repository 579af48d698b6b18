import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

/** The texts of one language, each under `namespace:key`, nested keys joined by dots. */
export type Texts = ReadonlyMap<string, string>;

/** Reads `<folder>/<language>/<namespace>.json`. Throws when a file is broken or names a key twice. */
export function readTexts(folder: string, language: string): Texts {
  const texts = new Map<string, string>();
  for (const file of readdirSync(path.join(folder, language)).toSorted()) {
    const namespace = path.basename(file, '.json');
    // JSON.parse would silently keep the last of two equal keys; the YAML reader refuses them.
    const document: unknown = load(readFileSync(path.join(folder, language, file), 'utf8'));
    for (const [key, text] of flatten(document, '')) texts.set(`${namespace}:${key}`, text);
  }
  return texts;
}

function flatten(value: unknown, place: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null)
    throw new Error(`“${place}” is neither a text nor a group of texts`);
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, place === '' ? key : `${place}.${key}`),
  );
}
