import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { AnswerControl } from '../answer/AnswerControl.tsx';
import { BackgroundSection } from './BackgroundSection.tsx';
import { CriterionHeading } from './CriterionHeading.tsx';
import classes from './CriterionPane.module.css';
import { CriterionSteps } from './CriterionSteps.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import { ExplanationSection } from './ExplanationSection.tsx';
import { NotApplicableSection } from './NotApplicableSection.tsx';
import { PointsLine } from './PointsLine.tsx';
import { RuleInWords } from './RuleInWords.tsx';
import { SaveLine } from './SaveLine.tsx';
import { isSameValue, isSameValueAndEvidence } from './sameAnswer.ts';

const Heading = memo(CriterionHeading, isSameValue);
const Rule = memo(RuleInWords, isSameValue);
const Answer = memo(AnswerControl, isSameValue);
const NotApplicable = memo(NotApplicableSection, isSameValue);
const Background = memo(BackgroundSection, isSameValue);
const Evidence = memo(EvidenceSection, isSameValueAndEvidence);
const Explanation = memo(ExplanationSection);
const Points = memo(PointsLine, isSameValue);

interface CriterionPaneProps {
  readonly current: CriterionScore;
  readonly position: number;
  readonly total: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** One criterion: what is asked, the answer, what proves it, and where the rule comes from. */
export function CriterionPane({ current, position, total, onStep }: CriterionPaneProps) {
  const { t } = useTranslation('desk');
  const { criterion } = current;
  return (
    <section className={classes.pane} aria-labelledby="criterion-title">
      <div className={classes.bar}>
        <CriterionSteps position={position} total={total} onStep={onStep} />
        <SaveLine />
      </div>
      <div className={classes.content}>
        <Heading score={current} />
        <Rule score={current} />
        <div className={classes.card}>
          <h3 className={classes.sectionTitle}>{t('answer.title')}</h3>
          {current.answer.notApplicable === '' && <Answer score={current} />}
          {criterion.notApplicable === 'allowed' && <NotApplicable score={current} />}
          <Points score={current} />
        </div>
        <Evidence score={current} />
        <Explanation score={current} />
        <Background score={current} />
      </div>
    </section>
  );
}
