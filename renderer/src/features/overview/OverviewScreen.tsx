import { WhenReady } from '../../ui/WhenReady.tsx';
import { OverviewPage } from './OverviewPage.tsx';
import { useOverview } from './useOverview.ts';

/** One assessment as a whole. */
export function OverviewScreen({ assessmentId }: { readonly assessmentId: string }) {
  const loaded = useOverview(assessmentId);
  return <WhenReady loaded={loaded}>{(overview) => <OverviewPage overview={overview} />}</WhenReady>;
}
