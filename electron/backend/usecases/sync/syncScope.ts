import { isNeededBy, type SyncRole } from '#shared/domain/sync/neededFiles.ts';
import {
  folderOfPeriod,
  periodOfFolder,
  unitOfFolder,
  type RemoteFile,
} from '#shared/domain/sync/remotePath.ts';
import { codesBelow } from '#shared/domain/units/codesBelow.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { RemoteEntry, Target } from '../../sync/target.ts';
import type { UseCaseContext } from '../context.ts';
import { findProfile } from '../profile.ts';

/** The folder of one unit in one period. */
export interface UnitFolder {
  readonly period: string;
  readonly unitCode: string;
  /** What the folder above said of it; null where that says nothing. */
  readonly tag: string | null;
}

/** What of a target concerns whoever works here. */
export interface SyncScope {
  readonly needs: (file: RemoteFile) => boolean;
  /** For a unit, whose folders are known without asking; null for whoever has units below. */
  readonly ownFolders: readonly UnitFolder[] | null;
  readonly hasUnit: (code: string) => boolean;
  /** Whether receipts are given here. */
  readonly givesReceipts: boolean;
}

/** Before anybody has said who works here, everything is looked at as by an aggregator. Errors of the storage. */
export function readScope(context: UseCaseContext): Result<SyncScope> {
  const { store, content } = context;
  return store.read((reader): Result<SyncScope> => {
    const profile = findProfile(reader);
    const role: SyncRole = profile?.role ?? 'aggregator';
    const needs = (file: RemoteFile) => isNeededBy(role, file);
    if (profile?.role === 'commune') {
      const { code } = profile.unit;
      const own = reader.listAssessments().filter(({ unitCode }) => unitCode === code);
      const periods = [...new Set(own.map(({ period }) => period))].toSorted();
      const ownFolders = periods.map((period) => ({ period, unitCode: code, tag: null }));
      return succeed({ needs, ownFolders, hasUnit: (one) => one === code, givesReceipts: false });
    }
    const above = profile?.unit.code ?? null;
    // Of all times: a period of long ago has units that are no more.
    const lists = content.unitLists.filter(({ units }) => units.some(({ code }) => code === above));
    const below = new Set(lists.flatMap((list) => [...codesBelow(list, above)]));
    return succeed({
      needs,
      ownFolders: null,
      hasUnit: (code) => below.size === 0 || below.has(code),
      givesReceipts: true,
    });
  });
}

/** The folders to look at, read from the target period by period. Failures are told once, at their place. */
export async function* listUnitFolders(
  target: Target,
  { ownFolders, hasUnit }: SyncScope,
): AsyncGenerator<Result<UnitFolder>, void> {
  if (ownFolders) {
    for (const folder of ownFolders) yield succeed(folder);
    return;
  }
  const root = await target.list('');
  if (!root.ok) {
    yield root;
    return;
  }
  for (const { name } of foldersOf(root.value?.entries ?? [])) {
    const period = periodOfFolder(name);
    if (period === undefined) continue;
    const units = await target.list(folderOfPeriod(period));
    if (!units.ok) {
      yield units;
      return;
    }
    for (const { name: unitName, tag } of foldersOf(units.value?.entries ?? [])) {
      const unitCode = unitOfFolder(unitName);
      if (unitCode !== undefined && hasUnit(unitCode)) yield succeed({ period, unitCode, tag });
    }
  }
}

function foldersOf(entries: readonly RemoteEntry[]): readonly RemoteEntry[] {
  return entries.filter(({ kind }) => kind === 'folder').toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
