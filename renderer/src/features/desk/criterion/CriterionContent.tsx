import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { BackgroundSection } from '../../../ui/criterion/BackgroundSection.tsx';
import { CriterionHeading } from '../../../ui/criterion/CriterionHeading.tsx';
import { RuleInWords } from '../../../ui/criterion/RuleInWords.tsx';
import { AnswerControl } from '../answer/AnswerControl.tsx';
import { AppraisalBanner } from '../appraisal/AppraisalBanner.tsx';
import { ComputedCard } from '../computed/ComputedCard.tsx';
import type { ComputedDesk } from '../computed/useComputedFigures.ts';
import { ConflictBanner } from '../conflicts/ConflictBanner.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { AssigneeField } from './AssigneeField.tsx';
import { HistorySection } from '../history/HistorySection.tsx';
import { SuggestionCard } from '../suggestions/SuggestionCard.tsx';
import type { SuggestionDesk } from '../suggestions/useSuggestions.ts';
import classes from './CriterionPane.module.css';
import { EvidenceSection } from './EvidenceSection.tsx';
import { ExplanationSection } from './ExplanationSection.tsx';
import { NotApplicableSection } from './NotApplicableSection.tsx';
import { PointsLine } from './PointsLine.tsx';
import { isSameValue, isSameValueAndEvidence } from './sameAnswer.ts';

const Heading = memo(CriterionHeading, isSameValue);
const Rule = memo(RuleInWords, isSameValue);
const Answer = memo(AnswerControl, isSameValue);
const NotApplicable = memo(NotApplicableSection, isSameValue);
const Background = memo(BackgroundSection, isSameValue);
const Evidence = memo(EvidenceSection, isSameValueAndEvidence);
const Explanation = memo(ExplanationSection);
const History = memo(HistorySection, isSameValue);
const Points = memo(PointsLine, isSameValue);

interface CriterionContentProps {
  readonly current: CriterionScore;
  readonly assignee: string;
  readonly suggestions: SuggestionDesk;
  readonly computed: ComputedDesk;
}

/** Everything of one criterion that is drawn anew with another criterion, or with answers that came from elsewhere. */
export function CriterionContent({ current, assignee, suggestions, computed }: CriterionContentProps) {
  const { t } = useTranslation('desk');
  const { isFrozen, frame } = useDeskFrame();
  const { criterion } = current;
  return (
    <>
      <Heading score={current} set={frame.set} />
      <AppraisalBanner criterionId={criterion.id} />
      <ConflictBanner criterionId={criterion.id} />
      <AssigneeField criterionId={criterion.id} assignee={assignee} />
      <SuggestionCard score={current} suggestions={suggestions} />
      <ComputedCard score={current} computed={computed} />
      <Rule score={current} />
      <div className={classes.card}>
        <h3 className={classes.sectionTitle}>{t('answer.title')}</h3>
        <fieldset className={classes.fields} disabled={isFrozen}>
          {current.answer.notApplicable === '' && <Answer score={current} />}
          {criterion.notApplicable === 'allowed' && <NotApplicable score={current} />}
        </fieldset>
        <Points score={current} />
      </div>
      <Evidence score={current} />
      <Explanation score={current} />
      <Background score={current} set={frame.set} />
      <History score={current} />
    </>
  );
}
