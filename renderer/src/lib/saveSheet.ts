import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { appError, fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { call } from './backend.ts';
import { heldQueues } from './heldQueues.ts';
import { useTypedTexts } from './typedTexts.ts';

/** As the places of its queue and of its fields name the head. */
const head = 'header';
/** More codes would hide the rest of the sentence. */
const namedAtMost = 12;

/** By assessment: whose criteria a desk has shown, so that a sentence can name them without asking the backend. */
const sets = new Map<string, CriteriaSet>();

/** To be called before anything can be typed into a sheet. */
export function rememberSet(assessmentId: string, set: CriteriaSet): void {
  sets.set(assessmentId, set);
}

/**
 * Saves what is typed into a sheet and not saved yet, also where its desk was left. What is made of the sheet (a signature, a
 * paper, a file) is made from what is on disk, so it asks here first. Errors: `answers-unsaved` and
 * `header-unsaved`; why saving failed stands on the desk, and everything typed stays where it is.
 */
export async function saveSheet(assessmentId: string): Promise<Result<null>> {
  const answers = heldQueues.get(`${assessmentId}/answers`);
  const header = heldQueues.get(`${assessmentId}/${head}`);
  const queues = [answers, header].filter((queue) => queue !== undefined);
  await Promise.all(queues.map((queue) => queue.flush()));
  const faulty = listFaulty(assessmentId);
  const criteria = new Set([...(answers?.unsavedGroups() ?? []), ...faulty.filter((part) => part !== head)]);
  const isHeadUnsaved = (header?.unsavedGroups() ?? []).length > 0 || faulty.includes(head);
  if ((criteria.size === 0 && !isHeadUnsaved) || (await isSigned(assessmentId))) return succeed(null);
  const errors: AppError[] = [];
  if (criteria.size > 0) {
    errors.push(appError('answers-unsaved', { criteria: codesOf(assessmentId, criteria) }));
  }
  if (isHeadUnsaved) errors.push(appError('header-unsaved'));
  return fail(errors);
}

/** Criteria and head with a text that cannot be saved as it stands. */
function listFaulty(assessmentId: string): readonly string[] {
  return Object.entries(useTypedTexts.getState().byPlace).flatMap(([place, { isFaulty }]) => {
    const [sheet, part] = place.split('/');
    return isFaulty && sheet === assessmentId && part !== undefined ? [part] : [];
  });
}

/** What was typed before somebody else signed has no way into the sheet any more, and does not stand in its way. */
async function isSigned(id: string): Promise<boolean> {
  const opened = await call('assessments.open', { id });
  return opened.ok && opened.value.signing.state === 'signed';
}

/** In printed order. */
function codesOf(assessmentId: string, ids: ReadonlySet<string>): string {
  const set = sets.get(assessmentId);
  const codes = set ? listCriteria(set).flatMap(({ id, code }) => (ids.has(id) ? [code] : [])) : [];
  const shown = codes.slice(0, namedAtMost).join(', ');
  return codes.length > namedAtMost ? `${shown}, …` : shown;
}
