import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useCall } from '../../lib/useCall.ts';

const oneMore = 50;

/** The list of assessments, as far as it is shown: what is searched in it, and how much of it. */
export function useFoundAssessments() {
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(oneMore);
  const [asked] = useDebouncedValue(text.trim(), 200);
  const { state, reload } = useCall('assessments.list', { text: asked, limit });
  // What was found before stays in view while the next is looked for.
  const [held, setHeld] = useState(state);
  if (state.kind !== 'loading' && state !== held) setHeld(state);
  return {
    state: state.kind === 'loading' ? held : state,
    reload,
    text,
    setText,
    showMore: () => setLimit((before) => before + oneMore),
  };
}
