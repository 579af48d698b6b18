import { recordAppraisals } from '#backend/usecases/appraisal/recordAppraisals.ts';
import { readLineage } from '#backend/usecases/conflicts/readLineage.ts';
import { listAssessments } from '#backend/usecases/listAssessments.ts';
import { queueExports } from '#backend/usecases/sync/queueExports.ts';
import type { AssessmentSummary } from '#shared/api/contract.ts';
import { succeed } from '#shared/errors/result.ts';
import { openInstallation, type Installation } from '../helpers/installation.ts';
import { valueOf } from '../helpers/testWorkspace.ts';
import { targetAt, today } from './exchange.ts';
import type { Place } from './places.ts';

const yesNo = 'px-006';
const counted = 'px-004';

/** Files that everybody can read. */
export const unsealed = { passphrase: null, recipients: [] } as const;

export function listOf(installation: Installation): readonly AssessmentSummary[] {
  return valueOf(listAssessments(installation.context()));
}

/** An installation of a ward or commune, with a form that is signed. */
export function openCommune(unitCode: string, count: string): Installation {
  const commune = openInstallation(`xa-${unitCode}`, 'commune', unitCode);
  const id = commune.create();
  commune.record(
    id,
    { criterionId: yesNo, field: 'value', value: true },
    { criterionId: counted, field: 'value', value: count },
  );
  commune.sign(id);
  return commune;
}

/** Decides about both answers of a unit. */
export function judge(
  office: Installation,
  unitCode: string,
  stage: 'appraised' | 'final',
  points: string,
): void {
  const assessment = listOf(office).find(({ unit }) => unit.code === unitCode);
  if (!assessment) throw new Error(`There is no assessment of ${unitCode}`);
  const appraisals = [
    { criterionId: yesNo, decision: 'adjusted' as const, points, reason: 'Thiếu văn bản' },
    { criterionId: counted, decision: 'accepted' as const, points: null, reason: '' },
  ];
  valueOf(recordAppraisals(office.context(), { assessmentId: assessment.id, stage, appraisals }));
}

/** Decides to send everything that is due; how many files that were. */
export async function queueAll(member: Installation, place: Place, withOriginals = false): Promise<number> {
  const targetId = targetAt(member, place);
  const wish = { ...unsealed, targetId, assessments: 'all', withOriginals } as const;
  return valueOf(await queueExports(today(member.context()), wish)).queued;
}

/** Of every value that stands, the digest of the file that it came from; null for what was entered here. */
export function sourcesOf({ context }: Installation): readonly (string | null)[] {
  const cells = valueOf(
    context().store.read((reader) =>
      succeed(
        reader
          .listAssessments()
          .flatMap(({ id, number }) =>
            reader
              .readCells(number)
              .map(({ stage, criterionId, field }) => ({ assessmentId: id, stage, criterionId, field })),
          ),
      ),
    ),
  );
  return cells.flatMap((cell) =>
    valueOf(readLineage(context(), cell))
      .filter(({ stands }) => stands)
      .map(({ source }) => source?.sha256 ?? null),
  );
}
