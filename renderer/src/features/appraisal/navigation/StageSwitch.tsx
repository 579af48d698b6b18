import { useTranslation } from 'react-i18next';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { useAppraisalView } from '../appraisalView.ts';
import classes from './StageSwitch.module.css';

const stages = ['appraised', 'final'] as const;

/** The same answers, judged by the aggregator or fixed by the council. */
export function StageSwitch() {
  const { t } = useTranslation('appraisal');
  const { stage } = useAppraisalFrame();
  const chooseStage = useAppraisalView((view) => view.chooseStage);
  return (
    <div role="group" aria-label={t('stage.choose')} className={classes.switch}>
      {stages.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={stage === name}
          className={classes.choice}
          onClick={() => chooseStage(name)}
        >
          {t(`stage.${name}`)}
        </button>
      ))}
    </div>
  );
}
