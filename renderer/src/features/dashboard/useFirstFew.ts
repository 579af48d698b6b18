import { useState } from 'react';

/** The first few of a long list until somebody asks for all of them. */
export function useFirstFew<T>(all: readonly T[], few: number) {
  const [showsAll, setShowsAll] = useState(false);
  return {
    shown: showsAll ? all : all.slice(0, few),
    hasMore: all.length > few,
    showsAll,
    toggle: () => setShowsAll((before) => !before),
  };
}
