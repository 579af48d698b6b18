import { useTranslation } from 'react-i18next';
import { StatusTick } from '../../../ui/StatusTick.tsx';
import { AnswerControl } from '../answer/AnswerControl.tsx';
import { useDeskContext } from '../deskContext.ts';
import { useHasFaultyText } from '../typedTexts.ts';
import { BackgroundSection } from './BackgroundSection.tsx';
import { CriterionHeading } from './CriterionHeading.tsx';
import classes from './CriterionPane.module.css';
import { CriterionSteps } from './CriterionSteps.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import { ExplanationSection } from './ExplanationSection.tsx';
import { NotApplicableSection } from './NotApplicableSection.tsx';
import { PointsLine } from './PointsLine.tsx';
import { RuleInWords } from './RuleInWords.tsx';

/** One criterion: what is asked, the answer, what proves it, and where the rule comes from. */
export function CriterionPane() {
  const { t } = useTranslation('desk');
  const { assessment, current, status, saveNow } = useDeskContext();
  const hasFaultyText = useHasFaultyText(assessment.id);
  const { criterion } = current;
  return (
    <section className={classes.pane} aria-labelledby="criterion-title">
      <div className={classes.bar}>
        <CriterionSteps />
        <StatusTick status={status} hasFaultyText={hasFaultyText} onRetry={() => void saveNow()} />
      </div>
      <div className={classes.content}>
        <CriterionHeading score={current} />
        <RuleInWords score={current} />
        <div className={classes.card}>
          <h3 className={classes.sectionTitle}>{t('answer.title')}</h3>
          {current.answer.notApplicable === '' && <AnswerControl score={current} />}
          {criterion.notApplicable === 'allowed' && <NotApplicableSection score={current} />}
          <PointsLine score={current} />
        </div>
        <EvidenceSection score={current} />
        <ExplanationSection score={current} />
        <BackgroundSection score={current} />
      </div>
    </section>
  );
}
