import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Path } from '#shared/domain/path/findPaths.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import classes from './PathCard.module.css';
import { PathStepEntry } from './PathStepEntry.tsx';
import type { WhatIfState } from './useWhatIf.ts';

interface PathCardProps {
  readonly path: Path;
  /** The ways proposed before this one. */
  readonly before: readonly Path[];
  readonly isOpenAtFirst: boolean;
  readonly whatIf: WhatIfState;
}

/** One way to the threshold: what makes it different, what to do where, and what each step brings. */
export function PathCard({ path, before, isOpenAtFirst, whatIf }: PathCardProps) {
  const { t } = useTranslation('desk');
  const number = before.length + 1;
  return (
    <li className={classes.card}>
      <details open={isOpenAtFirst}>
        <summary className={classes.head}>
          <span className={classes.name}>
            {t('path.alternative', { number, strategy: t(`path.strategy.${path.strategy}`) })}
          </span>
          <span className={classes.cost}>
            {t('path.cost', { count: path.steps.length, effort: path.effort })}
          </span>
        </summary>
        <div className={classes.explanation}>
          <Explanation path={path} before={before} />
          <Button
            size="compact-sm"
            variant="light"
            mt={6}
            aria-label={t('path.whatIf.allOf', { number })}
            onClick={() => whatIf.tickAll(path.steps)}
          >
            {t('path.whatIf.all')}
          </Button>
        </div>
        <ol className={classes.steps}>
          {path.steps.map((step) => (
            <PathStepEntry key={step.score.criterion.id} step={step} whatIf={whatIf} />
          ))}
        </ol>
      </details>
    </li>
  );
}

function Explanation({ path, before }: Pick<PathCardProps, 'path' | 'before'>) {
  const { t } = useTranslation('desk');
  switch (path.strategy) {
    case 'least-effort':
      return <p>{t('path.explained.leastEffort')}</p>;
    case 'fewest-criteria':
      return <p>{t('path.explained.fewestCriteria')}</p>;
    case 'without-hardest':
      return <p>{t('path.explained.withoutHardest', { code: hardestAvoided(path, before) })}</p>;
    default:
      return assertNever(path.strategy);
  }
}

/** The most laborious criterion of the ways before that this one leaves alone. */
function hardestAvoided(path: Path, before: readonly Path[]): string {
  const own = new Set(path.steps.map((step) => step.score.criterion.id));
  const avoided = before
    .flatMap(({ steps }) => steps)
    .filter((step) => !own.has(step.score.criterion.id))
    .toSorted((a, b) => b.effort - a.effort);
  return avoided[0]?.score.criterion.code ?? '';
}
