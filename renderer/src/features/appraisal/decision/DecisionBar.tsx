import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconCheck, IconMessageQuestion, IconPencil } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppraisalFrame, type GivenAppraisal } from '../appraisalContext.ts';
import type { CriterionToJudge } from '../judgements.ts';
import type { AppraisalDeskState } from '../useAppraisalDesk.ts';
import { acceptanceOf } from './acceptance.ts';
import classes from './DecisionBar.module.css';
import { DecisionForm } from './DecisionForm.tsx';
import type { DecisionDraft } from './decisionDrafts.ts';
import { useDecisionDraft } from './useDecisionDraft.ts';

const written = {
  adjusted: IconPencil,
  'explanation-asked': IconMessageQuestion,
  returned: IconArrowBackUp,
} as const satisfies Record<DecisionDraft['decision'], unknown>;

const ofStage = {
  appraised: ['adjusted', 'explanation-asked', 'returned'],
  final: ['adjusted'],
} as const;

interface DecisionBarProps {
  readonly desk: AppraisalDeskState;
  readonly current: CriterionToJudge;
}

/** The decision about one criterion: accept with one key, or say what else and why. */
export function DecisionBar({ desk, current }: DecisionBarProps) {
  const { t } = useTranslation('appraisal');
  const { canJudge, stage, record } = useAppraisalFrame();
  const { draft, open, change, close } = useDecisionDraft(current);
  const titleId = useId();
  const isBusy = useRef(false);
  const decide = async (given: GivenAppraisal, goOn: boolean): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    const faults = await record([given]);
    isBusy.current = false;
    if (faults.length > 0) return;
    end();
    if (goOn) desk.goToNextOpen();
  };
  // The form takes the focus with it when it goes.
  const end = (): void => {
    if (draft !== null) document.getElementById('criterion-title')?.focus({ preventScroll: true });
    close();
  };
  const isJudged = canJudge && current.state !== 'noted';
  const accept = (): void => {
    if (isJudged) void decide(acceptanceOf(current, stage), true);
  };
  useHotkeys(
    [
      [
        'F8',
        (event) => {
          // A key that is held down decides once; what is being written is not thrown away by a key.
          if (!event.repeat && draft === null && !isInDialog(event)) accept();
        },
      ],
    ],
    [],
  );
  if (!isJudged) {
    return <p className={classes.note}>{canJudge ? t('decision.notNeeded') : t('decision.notYours')}</p>;
  }
  return (
    <div role="group" aria-labelledby={titleId} className={classes.bar}>
      <h3 id={titleId} className={classes.spoken}>
        {t(`decision.title.${stage}`)}
      </h3>
      {draft !== null && (
        <DecisionForm
          key={draft.decision}
          score={current.score}
          draft={draft}
          onChange={change}
          onCancel={end}
          onSave={(given) => void decide(given, false)}
        />
      )}
      <div className={classes.buttons}>
        <Button
          variant={draft === null ? 'filled' : 'default'}
          leftSection={<IconCheck size={18} aria-hidden />}
          rightSection={<kbd className={classes.key}>{t('decision.acceptKey')}</kbd>}
          aria-keyshortcuts="F8"
          onClick={accept}
        >
          {acceptWords(current)}
        </Button>
        {ofStage[stage].map((decision) => {
          const Icon = written[decision];
          return (
            <Button
              key={decision}
              variant="default"
              className={classes.choice ?? ''}
              leftSection={<Icon size={18} aria-hidden />}
              aria-pressed={draft?.decision === decision}
              onClick={() => (draft?.decision === decision ? close() : open(decision))}
            >
              {t(`decision.${decision}`)}
            </Button>
          );
        })}
      </div>
    </div>
  );

  function acceptWords({ appraised }: CriterionToJudge): string {
    if (stage === 'appraised') return t('decision.accepted');
    return appraised !== null && !appraised.isOutdated && appraised.decision === 'adjusted'
      ? t('decision.keepAppraised')
      : t('decision.keepDeclared');
  }
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}
