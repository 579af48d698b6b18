import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { checkCriteriaSet, nameOfSet, prefixOfSet } from '#shared/domain/criteria/check/checkCriteriaSet.ts';
import { checkComputations } from '#shared/domain/criteria/check/checkComputations.ts';
import { checkTargets } from '#shared/domain/criteria/check/checkTargets.ts';
import { checkQuotes } from '#shared/domain/criteria/check/checkQuotes.ts';
import { contentFault, type ContentFault } from '#shared/domain/criteria/check/contentFault.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { Target } from '#shared/domain/ranking/targets.ts';
import { checkUnitContent } from '#shared/domain/units/checkUnitContent.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { findSet, findTargets, loadContent, type Content, type LoadedSet } from '../files/content.ts';

export interface ContentCheck {
  readonly contentFolder: string;
  /** Folder of the source documents; their quotes are not compared when it is not there. */
  readonly sourcesFolder: string;
  /** Add the digest of every version that is not published yet. */
  readonly publish: boolean;
}

export interface SetReport {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly published: boolean;
  readonly groups: number;
  readonly criteria: number;
  /** Quotes compared with their documents. */
  readonly quotesChecked: number;
}

export interface ContentReport {
  readonly sets: readonly SetReport[];
  readonly unitLists: readonly { readonly id: string; readonly units: number }[];
  readonly tierModels: readonly string[];
  /** Null when the folder is not there. */
  readonly sourcesFolder: string | null;
  readonly faults: readonly ContentFault[];
}

const publishedSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u));
type Published = z.infer<typeof publishedSchema>;

/**
 * Checks everything under the content folder. Faults of content are the report; errors are only what keeps it
 * from being read at all: `content-unreadable`, `criteria-set-invalid`.
 */
export function checkContent(check: ContentCheck): Result<ContentReport> {
  const content = loadContent(check.contentFolder);
  if (!content.ok) return content;
  const published = readPublished(check.contentFolder);
  if (!published.ok) return published;
  const sourcesFolder = existsSync(check.sourcesFolder) ? check.sourcesFolder : null;
  const { sets, unitLists, tierModels } = content.value;
  const quotes = sets.map(({ set }) => {
    const files = set.documents.map(({ file }) => file);
    if (!sourcesFolder) return { checked: 0, faults: [] };
    const targets = targetsOfNewest(content.value, set);
    return checkQuotes(set, readDocuments(sourcesFolder, files), targets);
  });
  const faults = [
    ...checkFiles(check.contentFolder, content.value),
    ...sets.flatMap(({ set }) => checkCriteriaSet(set)),
    ...checkPrefixes(sets),
    ...quotes.flatMap((quote) => quote.faults),
    ...content.value.targets.flatMap((targets) =>
      checkTargets(targets, newestSet(content.value, targets.set)),
    ),
    ...content.value.computations.flatMap((computations) =>
      checkComputations(computations, (id) => newestSet(content.value, id)),
    ),
    ...checkUnitContent(unitLists, tierModels),
    ...checkPublished(sets, published.value),
  ];
  const digests =
    check.publish && faults.length === 0
      ? publish(check.contentFolder, sets, published.value)
      : published.value;
  return succeed({
    sets: sets.map((loaded, index) => reportSet(loaded, digests, quotes[index]?.checked ?? 0)),
    unitLists: unitLists.map(({ id, units }) => ({ id, units: units.length })),
    tierModels: tierModels.map(({ id }) => id),
    sourcesFolder,
    faults,
  });
}

/** Targets belong to no version; they cite the documents of the newest. */
function targetsOfNewest(content: Content, set: CriteriaSet): readonly Target[] {
  return newestSet(content, set.id) === set ? (findTargets(content, set.id)?.targets ?? []) : [];
}

function newestSet(content: Content, setId: string): CriteriaSet | undefined {
  const found = findSet(content, setId);
  return found.ok ? found.value.set : undefined;
}

function reportSet({ set, digest }: LoadedSet, published: Published, quotesChecked: number): SetReport {
  return {
    id: set.id,
    version: set.version,
    digest,
    published: published[nameOfSet(set)] === digest,
    groups: set.groups.length,
    criteria: listCriteria(set).length,
    quotesChecked,
  };
}

/** Reading brings texts to NFC, so how they were written can only be seen in the files. */
function checkFiles(folder: string, content: Content): readonly ContentFault[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.yaml'));
  const notNfc = files.filter((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return text !== text.normalize('NFC');
  });
  const groupFiles = files.filter((file) => /^sets\/[^/]+\/[^/]+\/groups\//u.test(file));
  const heads = files.filter((file) => /^sets\/[^/]+\/[^/]+\/set\.yaml$/u.test(file));
  return [
    ...notNfc.map((file) => contentFault('text-not-nfc', file)),
    ...groupFiles
      .filter((file) => !isListed(folder, file))
      .map((file) => contentFault('group-file-unlisted', file)),
    ...heads
      .filter((file) => !content.sets.some(({ set }) => file === `sets/${set.id}/${set.version}/set.yaml`))
      .map((file) => contentFault('folder-differs', file)),
  ];
}

function isListed(folder: string, groupFile: string): boolean {
  const setFolder = path.dirname(path.dirname(groupFile));
  const head = readFileSync(path.join(folder, setFolder, 'set.yaml'), 'utf8');
  return head.includes(`groups/${path.basename(groupFile)}`);
}

/** Ids are permanent and say which set they belong to; only versions of one set share them. */
function checkPrefixes(sets: readonly LoadedSet[]): readonly ContentFault[] {
  return sets.flatMap(({ set }, index) => {
    const other = sets
      .slice(0, index)
      .find((earlier) => earlier.set.id !== set.id && prefixOfSet(earlier.set) === prefixOfSet(set));
    if (!other) return [];
    return [
      contentFault('id-prefix-shared', nameOfSet(set), { prefix: prefixOfSet(set), other: other.set.id }),
    ];
  });
}

function readDocuments(folder: string, files: readonly string[]): ReadonlyMap<string, string> {
  const present = files.filter((file) => existsSync(path.join(folder, file)));
  return new Map(present.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** A published version is immutable: what people signed must keep meaning the same. */
function checkPublished(sets: readonly LoadedSet[], published: Published): readonly ContentFault[] {
  return Object.entries(published).flatMap(([name, digest]) => {
    const loaded = sets.find(({ set }) => nameOfSet(set) === name);
    if (!loaded) return [contentFault('published-version-gone', name)];
    if (loaded.digest === digest) return [];
    return [contentFault('published-digest-differs', name, { published: digest, found: loaded.digest })];
  });
}

function readPublished(folder: string): Result<Published> {
  const file = path.join(folder, 'published.json');
  if (!existsSync(file)) return succeed({});
  try {
    return succeed(publishedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return failWith('content-unreadable', { reason: 'published.json' }, file);
  }
}

function publish(folder: string, sets: readonly LoadedSet[], published: Published): Published {
  const digests = {
    ...Object.fromEntries(sets.map(({ set, digest }) => [nameOfSet(set), digest])),
    ...published,
  };
  if (toCanonicalJson(digests) === toCanonicalJson(published)) return published;
  const sorted = Object.fromEntries(Object.entries(digests).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const file = path.join(folder, 'published.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(sorted, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return digests;
}
