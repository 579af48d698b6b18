import { Redirect } from 'wouter';
import { useFirstRun } from '../../lib/firstRun.ts';
import { useCall } from '../../lib/useCall.ts';
import { WaitingNotice } from '../../ui/WaitingNotice.tsx';
import { EmptyHome } from './EmptyHome.tsx';

/** No assessment yet. Who has not said either who they are is asked first, once. */
export function FirstUse({ onCreate }: { readonly onCreate: () => void }) {
  const firstRun = useFirstRun((run) => run.state);
  const { state } = useCall('profile.read', {});
  if (state.kind === 'loading') return <WaitingNotice />;
  const isUnknown = state.kind === 'ready' && state.value.profile === null;
  if (isUnknown && firstRun === 'ahead') return <Redirect to="/first-run" replace />;
  return <EmptyHome onCreate={onCreate} />;
}
