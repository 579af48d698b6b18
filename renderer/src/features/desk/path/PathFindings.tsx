import type Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import type { Threshold } from '#shared/domain/criteria/criteriaSet.ts';
import type { PathAnswer } from '#shared/domain/path/findPaths.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { formatNeed } from '#shared/report/formatFigure.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EvidenceMissing } from './EvidenceMissing.tsx';
import { PathCard } from './PathCard.tsx';
import classes from './PathPanel.module.css';
import type { WhatIfState } from './useWhatIf.ts';

interface PathFindingsProps {
  readonly answer: PathAnswer;
  readonly threshold: Threshold;
  readonly whatIf: WhatIfState;
}

/** Reached, out of reach, or the ways that lead there. */
export function PathFindings({ answer, threshold, whatIf }: PathFindingsProps) {
  const { t } = useTranslation('desk');
  const { number, language } = useFormat();
  const isPoints = threshold.measure === 'points';
  const need = (figure: Fraction): string => formatNeed(figure, threshold.measure, language);
  switch (answer.kind) {
    case 'reached':
      return <p className={classes.reached}>{t('path.reached')}</p>;
    case 'out-of-reach': {
      const figures = { need: need(answer.need), available: number(answer.available) };
      return (
        <p className={classes.lead}>
          {isPoints ? t('path.outOfReachPoints', figures) : t('path.outOfReachCriteria', figures)}
        </p>
      );
    }
    case 'paths':
      return (
        <>
          <p className={classes.lead}>
            {answer.need.equals(0)
              ? t('path.needMandatory')
              : isPoints
                ? t('path.needPoints', { need: need(answer.need) })
                : t('path.needCriteria', { need: need(answer.need) })}
          </p>
          <ol className={classes.paths}>
            {answer.paths.map((path, index) => (
              <PathCard
                key={`${String(index)} ${path.strategy}`}
                path={path}
                before={answer.paths.slice(0, index)}
                isOpenAtFirst={index === 0}
                whatIf={whatIf}
              />
            ))}
          </ol>
          <EvidenceMissing scores={answer.evidenceMissing} />
        </>
      );
    default:
      return assertNever(answer);
  }
}
