import type { ReactNode } from 'react';
import { assertNever } from '#shared/errors/assertNever.ts';
import type { Loaded } from '../lib/useCall.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { WaitingNotice } from './WaitingNotice.tsx';
import classes from './WhenReady.module.css';

interface WhenReadyProps<T> {
  readonly loaded: Loaded<T>;
  readonly children: (value: T) => ReactNode;
}

/** What shows a value once it is read; until then that it is awaited, or why it did not come. */
export function WhenReady<T>({ loaded: { state, reload }, children }: WhenReadyProps<T>) {
  switch (state.kind) {
    case 'loading':
      return <WaitingNotice />;
    case 'failed':
      return (
        <div className={classes.failed}>
          <ErrorNotice errors={state.errors} onRetry={reload} />
        </div>
      );
    case 'ready':
      return children(state.value);
    default:
      return assertNever(state);
  }
}
