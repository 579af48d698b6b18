import { memo, useEffect, useRef } from 'react';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { CriterionSteps } from '../../../ui/criterion/CriterionSteps.tsx';
import { useDeskFrame } from '../deskContext.ts';
import type { StepsBack } from '../useStepsBack.ts';
import type { ComputedDesk } from '../computed/useComputedFigures.ts';
import type { SuggestionDesk } from '../suggestions/useSuggestions.ts';
import { CriterionContent } from './CriterionContent.tsx';
import classes from './CriterionPane.module.css';
import { FrozenBanner } from './FrozenBanner.tsx';
import { SaveLine } from './SaveLine.tsx';
import { UndoButtons } from './UndoButtons.tsx';

interface CriterionPaneProps {
  readonly current: CriterionScore;
  readonly assignee: string;
  readonly position: number;
  readonly total: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly stepsBack: StepsBack;
  readonly suggestions: SuggestionDesk;
  readonly computed: ComputedDesk;
}

const Banner = memo(FrozenBanner);

/** One criterion: what is asked, the answer, what proves it, and where the rule comes from. */
export function CriterionPane({
  current,
  assignee,
  position,
  total,
  onStep,
  stepsBack,
  suggestions,
  computed,
}: CriterionPaneProps) {
  const { isFrozen } = useDeskFrame();
  const { id } = current.criterion;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pane.current) pane.current.scrollTop = 0;
    // Reading starts at the name; an undo in the same criterion leaves the focus where it is.
    document.getElementById('criterion-title')?.focus({ preventScroll: true });
  }, [id]);
  return (
    <section ref={pane} className={classes.pane} aria-labelledby="criterion-title">
      <div className={classes.bar}>
        <CriterionSteps position={position} total={total} onStep={onStep} />
        <div className={classes.end}>
          {!isFrozen && <UndoButtons stepsBack={stepsBack} />}
          <SaveLine />
        </div>
      </div>
      <div className={classes.content}>
        {isFrozen && <Banner />}
        <CriterionContent
          key={`${id} ${String(stepsBack.round)}`}
          current={current}
          assignee={assignee}
          suggestions={suggestions}
          computed={computed}
        />
      </div>
    </section>
  );
}
