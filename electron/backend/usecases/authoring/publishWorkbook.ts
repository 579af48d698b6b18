import type { CallOutput, ParsedInput } from '#shared/api/contract.ts';
import { checkMaps } from '#shared/domain/criteria/check/checkMaps.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import type { SetMap } from '#shared/domain/criteria/setMap.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { digestOf, type Content } from '../../files/content.ts';
import type { UseCaseContext } from '../context.ts';
import { exportToDownload } from '../exporting/exportToDownload.ts';
import { compareVersionsOfSet, findVersionBefore } from './compareWithOlder.ts';
import { packSet } from './packSet.ts';
import { findSame, readSetWorkbook, type WrittenSet } from './readSetSource.ts';

type Examined = CallOutput<'criteria.examine'>;

/** What a workbook says, what is wrong in it, and what it changes. Errors: those of `readSetWorkbook`. */
export async function examineWorkbook(
  { content }: Pick<UseCaseContext, 'content'>,
  base64: string,
): Promise<Result<Examined>> {
  const read = await readSetWorkbook(content, Buffer.from(base64, 'base64'));
  if (!read.ok) return read;
  const { set, maps, faults } = read.value;
  const before = set && findVersionBefore(content, set);
  const compared = set && before ? compareVersionsOfSet(before.set, set, maps) : null;
  return succeed({
    set: set && describeSet(set),
    faults: faults.map(({ code, place, params }) => ({ code, place, params: { ...params } })),
    comparison: compared && {
      previous: { version: compared.older.version, status: compared.older.status },
      changes: compared.changes.map((change) => ({ ...change, to: [...change.to] })),
      criteria: compared.criteria.map(({ kind, before: earlier, after, keepsValue, aspects }) => ({
        kind,
        before: earlier.map(short),
        after: after && short(after),
        keepsValue,
        aspects: [...aspects],
      })),
    },
  });
}

/**
 * Signs the set of a workbook as a package that can be downloaded, and takes it in here. Errors: `set-faulty`, those of
 * `readSetWorkbook` and `packSet`.
 */
export async function publishWorkbook(
  context: UseCaseContext,
  { base64, changes }: ParsedInput<'criteria.publish'>,
): Promise<Result<CallOutput<'criteria.publish'>>> {
  const read = await readSetWorkbook(context.content, Buffer.from(base64, 'base64'));
  if (!read.ok) return read;
  const { set, faults } = read.value;
  if (!set || faults.length > 0) return failWith('set-faulty', { count: faults.length });
  const before = findVersionBefore(context.content, set);
  const maps = decideMaps(context.content, read.value, { set, before: before?.set, changes });
  const wrong = checkMaps(set, maps, before ? [before.set] : []);
  if (wrong.length > 0) return failWith('set-faulty', { count: wrong.length });
  const packed = await exportToDownload(context, (folder) => packSet(context, { set, maps }, folder));
  if (!packed.ok) return packed;
  const { downloadId, fileName, size, sha256, setId, setVersion, digest } = packed.value;
  return succeed({ downloadId, fileName, size, sha256, setId, setVersion, digest });
}

/** A set that is here is signed with the maps that it has, as long as nobody has changed what was shown. */
function decideMaps(
  content: Content,
  { maps: known }: WrittenSet,
  { set, before, changes }: { set: CriteriaSet; before: CriteriaSet | undefined; changes: SetMap['changes'] },
): readonly SetMap[] {
  const shown = before ? compareVersionsOfSet(before, set, known).changes : [];
  if (findSame(content, set) && toCanonicalJson(shown) === toCanonicalJson(changes)) return known;
  return before && changes.length > 0 ? [{ from: before.version, changes }] : [];
}

function describeSet(set: CriteriaSet): NonNullable<Examined['set']> {
  const { id, version, title, statement, status, issued } = set;
  return {
    id,
    version,
    title,
    statement,
    status,
    issued: issued ? { number: issued.number, date: issued.date, body: issued.body } : null,
    digest: digestOf(set),
    criteriaCount: listCriteria(set).length,
  };
}

function short({ id, code, name }: Criterion) {
  return { id, code, name };
}
