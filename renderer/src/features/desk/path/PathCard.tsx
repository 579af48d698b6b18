import { useTranslation } from 'react-i18next';
import type { Path, PathStep } from '#shared/domain/path/findPaths.ts';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './PathCard.module.css';

interface PathCardProps {
  readonly path: Path;
  readonly number: number;
  readonly isOpenAtFirst: boolean;
}

/** One way to the threshold: what to do where, and what each step brings. */
export function PathCard({ path, number: place, isOpenAtFirst }: PathCardProps) {
  const { t } = useTranslation('desk');
  return (
    <li className={classes.card}>
      <details open={isOpenAtFirst}>
        <summary className={classes.head}>
          <span className={classes.name}>
            {t('path.alternative', { number: place, strategy: t(`path.strategy.${path.strategy}`) })}
          </span>
          <span className={classes.cost}>
            {t('path.cost', { count: path.steps.length, effort: path.effort })}
          </span>
        </summary>
        <ol className={classes.steps}>
          {path.steps.map((step) => (
            <Step key={step.score.criterion.id} step={step} />
          ))}
        </ol>
      </details>
    </li>
  );
}

function Step({ step: { score, improvement, effort } }: { readonly step: PathStep }) {
  const { t } = useTranslation('desk');
  const { text, number, language, translateRule } = useFormat();
  const { goTo } = useDeskFrame();
  const { criterion } = score;
  const asAnswered = { ...score, answer: { ...score.answer, value: improvement.value, notApplicable: '' } };
  const figures = figuresInWords(asAnswered, language, translateRule).brief.join('; ');
  return (
    <li>
      <button type="button" className={classes.jump} onClick={() => goTo(criterion.id)}>
        {t('criterionTitle', { code: criterion.code, name: text(criterion.name) })}
      </button>
      <span className={classes.gain}>{t('path.gain', { gain: number(improvement.gain), effort })}</span>
      <span className={classes.to}>{t('path.to', { figures })}</span>
    </li>
  );
}
