/** The screens that have a help page of their own. */
export type HelpScreen =
  | 'home'
  | 'firstRun'
  | 'desk'
  | 'overview'
  | 'sign'
  | 'settings'
  | 'backups'
  | 'imports'
  | 'conflicts'
  | 'dashboard'
  | 'appraise'
  | 'chase'
  | 'guide';

const byPlace: readonly (readonly [RegExp, HelpScreen])[] = [
  [/^\/first-run$/u, 'firstRun'],
  [/^\/settings$/u, 'settings'],
  [/^\/backups$/u, 'backups'],
  [/^\/imports$/u, 'imports'],
  [/^\/conflicts$/u, 'conflicts'],
  [/^\/chase$/u, 'chase'],
  [/^\/dashboard(?:\/|$)/u, 'dashboard'],
  [/^\/guide$/u, 'guide'],
  [/^\/assessments\/[^/]+\/appraise(?:\/|$)/u, 'appraise'],
  [/^\/assessments\/[^/]+\/conflicts(?:\/|$)/u, 'conflicts'],
  [/^\/assessments\/[^/]+\/sign$/u, 'sign'],
  [/^\/assessments\/[^/]+\/overview$/u, 'overview'],
  [/^\/assessments\//u, 'desk'],
];

/** The screen that stands at an address of the router; addresses that are none lead home. */
export function helpScreenOf(place: string): HelpScreen {
  return byPlace.find(([pattern]) => pattern.test(place))?.[1] ?? 'home';
}
