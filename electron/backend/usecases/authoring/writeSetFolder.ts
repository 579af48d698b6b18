import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dump } from 'js-yaml';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { SetMap } from '#shared/domain/criteria/setMap.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { onStorage } from '../../db/storageFailure.ts';
import { digestOf, loadSetFolder } from '../../files/content.ts';
import { plainWords } from '../exporting/packageFileName.ts';

/**
 * Writes a set as YAML into `<folder>/<id>/<version>`, whole or not at all, read back and compared; gives that folder.
 * Errors: `set-folder-exists`, those of the storage.
 */
export function writeSetFolder(folder: string, set: CriteriaSet, maps: readonly SetMap[]): Result<string> {
  const target = path.resolve(folder, set.id, set.version);
  if (existsSync(target)) return failWith('set-folder-exists', { path: target });
  const temporary = `${target}.${randomUUID().slice(0, 8)}.new`;
  return onStorage(target, () => {
    try {
      mkdirSync(path.join(temporary, 'groups'), { recursive: true });
      for (const [name, document] of filesOf(set, maps))
        writeFileSync(path.join(temporary, name), toYaml(document), { flush: true });
      const read = loadSetFolder(temporary);
      if (!read.ok || digestOf(read.value.set) !== digestOf(set))
        throw new Error('The folder does not hold the set that was to be written');
      renameSync(temporary, target);
      return succeed(target);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}

/** A map as the text of `maps.yaml`. */
export function mapsToYaml(maps: readonly SetMap[]): string {
  return toYaml({ maps });
}

function filesOf(
  set: CriteriaSet,
  maps: readonly SetMap[],
): readonly (readonly [name: string, document: object])[] {
  const { groups, ...head } = set;
  const names = groups.map(({ code, name }) => {
    const words = plainWords(name.vi).toLowerCase().slice(0, 40);
    return `groups/${code.padStart(2, '0')}-${words}.yaml`;
  });
  return [
    ['set.yaml', { ...head, groups: names }],
    ...groups.map((group, index) => [names[index] ?? '', group] as const),
    ...(maps.length === 0 ? [] : [['maps.yaml', { maps }] as const]),
  ];
}

function toYaml(document: object): string {
  return dump(document, { lineWidth: 110, noRefs: true }).normalize('NFC');
}
