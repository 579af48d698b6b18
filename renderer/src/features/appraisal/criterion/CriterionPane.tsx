import { useEffect, useRef } from 'react';
import { StatusTick } from '../../../ui/StatusTick.tsx';
import { BackgroundSection } from '../../../ui/criterion/BackgroundSection.tsx';
import { CriterionHeading } from '../../../ui/criterion/CriterionHeading.tsx';
import { CriterionSteps } from '../../../ui/criterion/CriterionSteps.tsx';
import { RuleInWords } from '../../../ui/criterion/RuleInWords.tsx';
import { StandingJudgements } from '../../../ui/judgements/StandingJudgements.tsx';
import { DecisionBar } from '../decision/DecisionBar.tsx';
import type { CriterionToJudge } from '../judgements.ts';
import type { AppraisalDeskState } from '../useAppraisalDesk.ts';
import classes from './CriterionPane.module.css';
import { DeclaredAnswer } from './DeclaredAnswer.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { ExplanationText } from './ExplanationText.tsx';
import { LineageButton } from './LineageButton.tsx';

interface CriterionPaneProps {
  readonly desk: AppraisalDeskState;
  readonly current: CriterionToJudge;
}

/** One criterion: what the unit says, what proves it, by which rule; and at the foot, always in sight, the decision. */
export function CriterionPane({ desk, current }: CriterionPaneProps) {
  const { criteria, position, step, status, retry, frame } = desk;
  const { score } = current;
  const { id } = score.criterion;
  const { set } = frame.opened.frame;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
    document.getElementById('criterion-title')?.focus({ preventScroll: true });
  }, [id]);
  return (
    <section className={classes.pane} aria-labelledby="criterion-title">
      <div className={classes.bar}>
        <CriterionSteps position={position} total={criteria.length} onStep={step} />
        <StatusTick status={status} hasFaultyText={false} onRetry={retry} />
      </div>
      <div ref={scroller} className={classes.scroller}>
        <div key={id} className={classes.content}>
          <CriterionHeading score={score} set={set} />
          <StandingJudgements appraised={current.appraised} final={current.final} />
          <DeclaredAnswer current={current} />
          <EvidenceList current={current} />
          <ExplanationText score={score} />
          <RuleInWords score={score} isWhole />
          <BackgroundSection score={score} set={set} />
          <LineageButton criterionId={id} />
        </div>
      </div>
      <DecisionBar key={`${frame.stage} ${id}`} desk={desk} current={current} />
    </section>
  );
}
