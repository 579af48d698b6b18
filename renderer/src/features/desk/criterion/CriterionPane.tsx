import { memo } from 'react';
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
import { isSameValue, isSameValueAndEvidence } from './sameAnswer.ts';

const Heading = memo(CriterionHeading, isSameValue);
const Rule = memo(RuleInWords, isSameValue);
const Answer = memo(AnswerControl, isSameValue);
const NotApplicable = memo(NotApplicableSection, isSameValue);
const Background = memo(BackgroundSection, isSameValue);
const Evidence = memo(EvidenceSection, isSameValueAndEvidence);

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
        <Heading score={current} />
        <Rule score={current} />
        <div className={classes.card}>
          <h3 className={classes.sectionTitle}>{t('answer.title')}</h3>
          {current.answer.notApplicable === '' && <Answer score={current} />}
          {criterion.notApplicable === 'allowed' && <NotApplicable score={current} />}
          <PointsLine score={current} />
        </div>
        <Evidence score={current} />
        <ExplanationSection score={current} />
        <Background score={current} />
      </div>
    </section>
  );
}
