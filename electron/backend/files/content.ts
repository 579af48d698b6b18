import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import {
  criteriaSetHeadSchema,
  criteriaSetSchema,
  type CriteriaSet,
} from '#shared/domain/criteria/criteriaSet.ts';
import { setComputationsSchema, type SetComputations } from '#shared/domain/ranking/computedFigures.ts';
import { setTargetsSchema, type SetTargets } from '#shared/domain/ranking/targets.ts';
import { setMapSchema, type SetMap } from '#shared/domain/criteria/setMap.ts';
import {
  consistencyChecksSchema,
  type ConsistencyChecks,
} from '#shared/domain/selfCheck/consistencyChecks.ts';
import {
  tierModelSchema,
  unitListSchema,
  type TierModel,
  type UnitList,
} from '#shared/domain/units/unitList.ts';
import { appError, collect, fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';

/** A criteria set with the SHA-256 of its content; the digest identifies it in packages and on paper. */
export interface LoadedSet {
  readonly set: CriteriaSet;
  readonly digest: string;
  /** From older versions to this one; they belong to no digest and change no score. */
  readonly maps: readonly SetMap[];
  /** It came in a file. */
  readonly isImported?: true;
}

/** Everything under `criteria/`, read and checked. */
export interface Content {
  /** Sorted by id, then by version from old to new. */
  readonly sets: readonly LoadedSet[];
  readonly unitLists: readonly UnitList[];
  readonly tierModels: readonly TierModel[];
  /** Advice for the self-check, one for each set at most; it belongs to no version and changes no score. */
  readonly checks: readonly ConsistencyChecks[];
  /** What public plans ask of all units together, one for each set at most. */
  readonly targets: readonly SetTargets[];
  /** Figures that are counted from the results of the units below, one for each set at most. */
  readonly computations: readonly SetComputations[];
}

/** Reads the content folder. Errors: `content-unreadable`, `criteria-set-invalid`, each with its file as place. */
export function loadContent(folder: string): Result<Content> {
  for (const part of ['sets', 'units', 'tiers']) {
    const needed = path.join(folder, part);
    if (!existsSync(needed)) return failWith('content-unreadable', { reason: 'no such folder' }, needed);
  }
  const sets = collect(listSetFolders(path.join(folder, 'sets')).map(loadSetFolder));
  const unitLists = collect(
    listYaml(path.join(folder, 'units')).map((file) => readYaml(file, unitListSchema)),
  );
  const tierModels = collect(
    listYaml(path.join(folder, 'tiers')).map((file) => readYaml(file, tierModelSchema)),
  );
  const checks = collect(
    listYaml(path.join(folder, 'checks')).map((file) => readYaml(file, consistencyChecksSchema)),
  );
  const targets = collect(
    listYaml(path.join(folder, 'targets')).map((file) => readYaml(file, setTargetsSchema)),
  );
  const computations = collect(
    listYaml(path.join(folder, 'computed')).map((file) => readYaml(file, setComputationsSchema)),
  );
  if (!sets.ok || !unitLists.ok || !tierModels.ok || !checks.ok || !targets.ok || !computations.ok) {
    const parts = [sets, unitLists, tierModels, checks, targets, computations];
    return fail(parts.flatMap((result) => (result.ok ? [] : result.errors)));
  }
  return succeed({
    sets: sets.value,
    unitLists: unitLists.value,
    tierModels: tierModels.value,
    checks: checks.value,
    targets: targets.value,
    computations: computations.value,
  });
}

/**
 * The content together with criteria sets that came in files; a version that is in both is the one of the folder. What
 * cannot be understood any more is left out: the assessments by it are then listed without a standing.
 */
export function joinSets(content: Content, imported: readonly { readonly document: string }[]): Content {
  if (imported.length === 0) return content;
  const documents = imported.flatMap(({ document }) => {
    const parsed = importedSetSchema.safeParse(JSON.parse(document));
    return parsed.success ? [parsed.data] : [];
  });
  const isHere = (set: CriteriaSet) =>
    content.sets.some((known) => known.set.id === set.id && known.set.version === set.version);
  const news = documents.filter(({ set }) => !isHere(set));
  const checks = news.flatMap((one) => one.checks ?? []);
  return {
    ...content,
    sets: [
      ...content.sets,
      ...news.map(({ set, maps }): LoadedSet => ({ set, digest: digestOf(set), maps, isImported: true })),
    ].toSorted(byIdAndVersion),
    checks: [
      ...content.checks,
      ...checks.filter(({ set }) => !content.checks.some((known) => known.set === set)),
    ],
  };
}

/** What a file with a criteria set says. */
export const importedSetSchema = z.object({
  set: criteriaSetSchema,
  maps: z.array(setMapSchema),
  checks: consistencyChecksSchema.nullable(),
});

function byIdAndVersion({ set: one }: LoadedSet, { set: other }: LoadedSet): number {
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.version.localeCompare(other.version, 'en', { numeric: true });
}

/** SHA-256 over the canonical JSON of a set: layout, comments and key order of the YAML do not matter. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(toCanonicalJson(value)).digest('hex');
}

/**
 * The newest version of a set, or the one named. A reference version is never newer than an official one. Errors:
 * `criteria-set-unknown`.
 */
export function findSet(content: Content, id: string, version?: string): Result<LoadedSet> {
  const versions = content.sets.filter(({ set }) => set.id === id);
  const found =
    version === undefined
      ? (versions.findLast(({ set }) => set.status === 'official') ?? versions.at(-1))
      : versions.find(({ set }) => set.version === version);
  return found
    ? succeed(found)
    : failWith('criteria-set-unknown', { set: version ? `${id}@${version}` : id });
}

/** What a verifier would compare within a set; undefined where nobody has written it down. */
export function findChecks(content: Content, setId: string): ConsistencyChecks | undefined {
  return content.checks.find((checks) => checks.set === setId);
}

/** What public plans ask of the units that a set measures; undefined where nothing is known. */
export function findTargets(content: Content, setId: string): SetTargets | undefined {
  return content.targets.find(({ set }) => set === setId);
}

/** What is counted from the results of the units below; undefined where the set asks for nothing of the kind. */
export function findComputations(content: Content, setId: string): SetComputations | undefined {
  return content.computations.find(({ set }) => set === setId);
}

/** Reads one version of a set from its folder. Errors: as `loadContent`. */
export function loadSetFolder(folder: string): Result<LoadedSet> {
  const headFile = readYamlObject(path.join(folder, 'set.yaml'));
  if (!headFile.ok) return headFile;
  const { groups: groupFiles, ...headFields } = headFile.value;
  const head = check(criteriaSetHeadSchema, headFields, path.join(folder, 'set.yaml'));
  if (!head.ok) return head;
  const names = Array.isArray(groupFiles) ? groupFiles.map(String) : [];
  const groups = collect(names.map((name) => readYamlObject(path.join(folder, name))));
  if (!groups.ok) return groups;
  const set = check(criteriaSetSchema, { ...headFields, groups: groups.value }, folder);
  if (!set.ok) return set;
  const maps = loadMaps(path.join(folder, 'maps.yaml'));
  return maps.ok ? succeed({ set: set.value, digest: digestOf(set.value), maps: maps.value }) : maps;
}

/** A first version has none. */
function loadMaps(file: string): Result<readonly SetMap[]> {
  if (!existsSync(file)) return succeed([]);
  const document = readYaml(file, z.strictObject({ maps: z.array(setMapSchema).min(1) }));
  return document.ok ? succeed(document.value.maps) : document;
}

function readYaml<T>(file: string, schema: z.ZodType<T>): Result<T> {
  const document = readYamlObject(file);
  return document.ok ? check(schema, document.value, file) : document;
}

function readYamlObject(file: string): Result<Record<string, unknown>> {
  try {
    const value: unknown = load(readFileSync(file, 'utf8').normalize('NFC'), { schema: CORE_SCHEMA });
    if (typeof value === 'object' && value !== null) return succeed(value as Record<string, unknown>);
    return failWith('content-unreadable', { reason: 'not a mapping' }, file);
  } catch (error) {
    return failWith('content-unreadable', { reason: error instanceof Error ? error.message : '' }, file);
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, place: string): Result<T> {
  const checked = schema.safeParse(value);
  if (checked.success) return succeed(checked.data);
  return fail(
    checked.error.issues.map((issue) =>
      appError(
        'criteria-set-invalid',
        { reason: issue.message },
        `${place}: ${issue.path.map(String).join('.')}`,
      ),
    ),
  );
}

function listSetFolders(folder: string): readonly string[] {
  return listFolders(folder).flatMap((set) => listFolders(set).toSorted(compareVersions));
}

function listFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name))
    .toSorted();
}

function listYaml(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => path.join(folder, name))
    .toSorted();
}

function compareVersions(a: string, b: string): number {
  return path.basename(a).localeCompare(path.basename(b), 'en', { numeric: true });
}
