import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A package that is part of the installed product. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package declares it; `null` when it declares none. */
  readonly licence: string | null;
  /** The texts of its licence files, in order of their names; empty when it brings none. */
  readonly texts: readonly string[];
}

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

/** Licences that ask for no more than to be named; anything else is for a person to decide. */
const accepted = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'OFL-1.1',
  'PSF-2.0',
  'Unlicense',
  'Zlib',
]);

/** Every package of the lock file that is no development tool. What is there on some platforms only is left out. */
export function readShippedPackages(folder: string): readonly ShippedPackage[] {
  const lock = lockFile.parse(JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')));
  return Object.entries(lock.packages)
    .filter(([place, entry]) => place !== '' && !(entry.dev ?? entry.devOptional ?? entry.optional ?? false))
    .map(([place, { version, license }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: version ?? '',
      licence: license ?? null,
      texts: readLicenceTexts(path.join(folder, place)),
    }))
    .toSorted((a, b) => compareTexts(`${a.name}@${a.version}`, `${b.name}@${b.version}`));
}

/** One sentence for each package whose licence nobody has accepted yet. */
export function findUnknownLicences(packages: readonly ShippedPackage[]): readonly string[] {
  return packages.flatMap(({ name, licence, texts }) => {
    const names = licence?.replaceAll(/[()]/gu, '').split(/ AND | OR /u) ?? [];
    if (names.length > 0 && names.every((part) => accepted.has(part))) return [];
    // Some packages declare nothing but bring the text of a licence that names itself.
    if (
      licence === null &&
      texts.some((text) => /\bMIT License\b|Permission is hereby granted, free of charge/u.test(text))
    ) {
      return [];
    }
    return [
      `${name}: nobody has accepted the licence ${licence ?? '(none declared)'} yet; see scripts/notices/notices.ts`,
    ];
  });
}

/** THIRD-PARTY-NOTICES.md: a table of the packages, then every licence text once with the packages it covers. */
export function renderNotices(packages: readonly ShippedPackage[]): string {
  const rows = packages.map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence ?? 'see its text'} |`,
  );
  return [
    '# Third-party notices',
    '',
    'Thước Số contains these packages. Electron and Chromium bring their own notices in the installed app.',
    'Written by `node scripts/run.mjs scripts/notices/main.ts`; do not edit.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
    ...groupByText(packages).flatMap(([text, names]) => [
      `## ${names.join(', ')}`,
      '',
      '```text',
      text,
      '```',
      '',
    ]),
  ].join('\n');
}

function groupByText(packages: readonly ShippedPackage[]): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const { name, texts } of packages) {
    for (const text of texts) {
      const names = groups.get(text) ?? [];
      if (!names.includes(name)) names.push(name);
      groups.set(text, names);
    }
  }
  return [...groups];
}

function readLicenceTexts(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/iu.test(entry.name))
    .map((entry) => readFileSync(path.join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim())
    .toSorted(compareTexts);
}

/** By code unit, so that every machine writes the same file. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
