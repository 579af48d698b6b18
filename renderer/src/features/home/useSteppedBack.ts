import type { AssessmentSummary } from '#shared/api/contract.ts';
import { useCall } from '../../lib/useCall.ts';

/** Whether an official set has taken the place of the reference set by which an assessment is measured. */
export function useSteppedBack(): (assessment: AssessmentSummary) => boolean {
  const { state } = useCall('criteria.list', {});
  const sets = state.kind === 'ready' ? state.value : [];
  return ({ setId, setVersion }) =>
    sets.some(({ id, version, successor }) => id === setId && version === setVersion && successor !== null);
}
