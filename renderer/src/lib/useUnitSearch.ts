import { useEffect, useState } from 'react';
import type { UnitSummary } from '#shared/api/contract.ts';
import { call } from './backend.ts';

const searchPause = 120;
const shownUnits = 50;

/** Looks units up while somebody types; the chosen one stays among those found, or it could not be shown. */
export function useUnitSearch(period: string | null, chosen: UnitSummary | null) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ readonly text: string; readonly units: readonly UnitSummary[] }>({
    text: '',
    units: [],
  });
  useEffect(() => {
    if (period === null || text.trim() === '') return;
    let isWanted = true;
    const timer = setTimeout(() => {
      void call('units.find', { text: text.slice(0, 200), period, limit: shownUnits }).then((result) => {
        if (isWanted) setFound({ text, units: result.ok ? result.value : [] });
      });
    }, searchPause);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, period]);
  const others = text.trim() === '' ? [] : found.units.filter((unit) => !isNamedAlike(unit, chosen));
  return {
    units: chosen === null ? others : [chosen, ...others],
    text,
    setText,
    isSearching: found.text !== text,
  };
}

/** Codes are reused: only with its name does one say which unit is meant. */
function isNamedAlike(unit: UnitSummary, other: UnitSummary | null): boolean {
  return unit.code === other?.code && unit.name === other.name && unit.parentName === other.parentName;
}
