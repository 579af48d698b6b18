import { create } from 'zustand';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';

/** The page is read in parts; each has an address of its own, so that the way back leads there. */
export const dashboardParts = [
  'whole',
  'ranking',
  'change',
  'groups',
  'criteria',
  'gaps',
  'reports',
  'results',
] as const;
export type DashboardPart = (typeof dashboardParts)[number];

export function toDashboardPart(text: string | undefined): DashboardPart {
  return dashboardParts.find((part) => part === text) ?? 'whole';
}

export const mostCompared = 5;

interface DashboardView {
  /** What was chosen; null until then: the newest. */
  readonly period: string | null;
  readonly setId: string | null;
  readonly basis: Basis;
  /** With which period this one is compared; null until chosen: the one a year before. */
  readonly earlier: string | null;
  /** Units to be compared, by `keyOfUnit`. */
  readonly compared: readonly string[];
  readonly choosePeriod: (period: string) => void;
  readonly chooseSet: (setId: string) => void;
  readonly chooseBasis: (basis: Basis) => void;
  readonly chooseEarlier: (period: string) => void;
  readonly toggleCompared: (unit: string) => void;
  readonly clearCompared: () => void;
}

/** What somebody chose to look at; it stays while they look at an assessment and come back. */
export const useDashboardView = create<DashboardView>((set) => ({
  period: null,
  setId: null,
  basis: 'claimed',
  earlier: null,
  compared: [],
  choosePeriod: (period) => set({ period, earlier: null, compared: [] }),
  chooseSet: (setId) => set({ setId, earlier: null, compared: [] }),
  chooseBasis: (basis) => set({ basis }),
  chooseEarlier: (earlier) => set({ earlier }),
  toggleCompared: (unit) =>
    set(({ compared }) => ({
      compared: compared.includes(unit) ? compared.filter((one) => one !== unit) : [...compared, unit],
    })),
  clearCompared: () => set({ compared: [] }),
}));
