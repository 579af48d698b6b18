import { useState } from 'react';
import type { Loadable } from './useCall.ts';

/** What was last there: asking for something else must not let the page jump. Null before the first answer. */
export function useLastReady<T>(state: Loadable<T>): T | null {
  const value = state.kind === 'ready' ? state.value : null;
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
