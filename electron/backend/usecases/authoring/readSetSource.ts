import { checkCriteriaSet, nameOfSet, prefixOfSet } from '#shared/domain/criteria/check/checkCriteriaSet.ts';
import { checkMaps } from '#shared/domain/criteria/check/checkMaps.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { SetMap } from '#shared/domain/criteria/setMap.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { SetFault } from '#shared/format/authoring/authoringFault.ts';
import { readAuthoredSet } from '#shared/format/authoring/readAuthoredSet.ts';
import { digestOf, findSet, loadSetFolder, type Content, type LoadedSet } from '../../files/content.ts';
import { readWorkbook } from '../../files/workbook/readWorkbook.ts';
import { createReadWord } from '../../reports/authoringWords.ts';
import { compareVersions } from '../earlierAssessments.ts';

/** A set that somebody has written, with all that is wrong with it; null where it cannot even be understood. */
export interface WrittenSet {
  readonly set: CriteriaSet | null;
  readonly maps: readonly SetMap[];
  readonly faults: readonly SetFault[];
}

/** Reads a set from its workbook. Errors: those of `readWorkbook`, `format-unknown`, `format-too-new`. */
export async function readSetWorkbook(content: Content, bytes: Uint8Array): Promise<Result<WrittenSet>> {
  const sheets = await readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  const idsUsedBy = (setId: string): readonly string[] =>
    content.sets
      .filter(({ set }) => set.id === setId)
      .flatMap(({ set }) => set.groups.flatMap((group) => [group.id, ...group.criteria.map(({ id }) => id)]));
  const read = readAuthoredSet(sheets.value, { readWord: createReadWord(), idsUsedBy });
  if (!read.ok) return read;
  const { set, faults, placeOf } = read.value;
  return succeed({
    set,
    // A workbook holds no maps; those of a version that is here stand.
    maps: (set && findSame(content, set)?.maps) ?? [],
    faults: set ? [...faults, ...judgeBesideOthers(content, set, placeOf)] : faults,
  });
}

/** Reads a set from its folder of YAML, and checks it. Errors: those of `loadSetFolder`. */
export function readSetFolder(content: Content, folder: string): Result<WrittenSet> {
  const loaded = loadSetFolder(folder);
  if (!loaded.ok) return loaded;
  const { set, maps } = loaded.value;
  const older = content.sets.map((one) => one.set);
  const faults = [
    ...checkCriteriaSet(set),
    ...checkMaps(set, maps, older),
    ...judgeBesideOthers(content, set),
  ];
  return succeed({ set, maps, faults });
}

/** The very same set, where it is here already. */
export function findSame(content: Content, set: CriteriaSet): LoadedSet | undefined {
  const known = findSet(content, set.id, set.version);
  return known.ok && known.value.digest === digestOf(set) ? known.value : undefined;
}

/** What can be wrong with a set beside those that are here. */
function judgeBesideOthers(
  content: Content,
  set: CriteriaSet,
  placeOf: (path: string) => string | undefined = () => undefined,
): readonly SetFault[] {
  const place = placeOf('version') ?? nameOfSet(set);
  if (findSame(content, set)) return [];
  const known = findSet(content, set.id, set.version);
  const rival = content.sets.find(
    (one) => one.set.id !== set.id && prefixOfSet(one.set) === prefixOfSet(set),
  );
  const newest = findSet(content, set.id);
  const newestVersion = newest.ok ? newest.value.set.version : null;
  const faults: SetFault[] = [];
  if (rival) {
    const params = { prefix: prefixOfSet(set), other: rival.set.id };
    faults.push({ code: 'id-prefix-shared', place: placeOf('id') ?? place, params });
  }
  if (known.ok) faults.push({ code: 'version-known', place, params: { version: set.version } });
  else if (newestVersion !== null && compareVersions(newestVersion, set.version) > 0)
    faults.push({ code: 'version-not-newer', place, params: { version: newestVersion } });
  return faults;
}
