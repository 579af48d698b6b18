import { succeed, type Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useLoaded, type Loaded } from '../../lib/useCall.ts';
import { readOpenedAssessment, type OpenedAssessment } from '../../lib/useOpenedAssessment.ts';

export interface Overview {
  readonly opened: OpenedAssessment;
  /** The newest earlier assessment of the same unit, if one lies here. */
  readonly earlier: OpenedAssessment | null;
}

export function useOverview(assessmentId: string): Loaded<Overview> {
  return useLoaded(`overview ${assessmentId}`, () => readOverview(assessmentId));
}

async function readOverview(id: string): Promise<Result<Overview>> {
  const opened = await readOpenedAssessment(id);
  if (!opened.ok) return opened;
  const previous = await call('assessments.previous', { id });
  if (!previous.ok) return previous;
  if (previous.value.id === null) return succeed({ opened: opened.value, earlier: null });
  const earlier = await readOpenedAssessment(previous.value.id);
  return earlier.ok ? succeed({ opened: opened.value, earlier: earlier.value }) : earlier;
}
