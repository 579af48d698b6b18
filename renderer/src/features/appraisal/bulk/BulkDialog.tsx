import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/result.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useReturnFocus } from '../../../lib/useReturnFocus.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useAppraisalFrame } from '../appraisalContext.ts';
import { acceptanceOf } from '../decision/acceptance.ts';
import type { CriterionToJudge } from '../judgements.ts';
import classes from './BulkDialog.module.css';

interface BulkDialogProps {
  readonly offered: readonly CriterionToJudge[];
  readonly onClose: () => void;
}

/** The whole list before anything is decided; each can be left out. */
export function BulkDialog({ offered, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['appraisal', 'app']);
  const { stage, record } = useAppraisalFrame();
  const [list] = useState(offered);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [isWriting, setIsWriting] = useState(false);
  const [faults, setFaults] = useState<readonly AppError[]>([]);
  useReturnFocus();
  const chosen = list.filter(({ score }) => !leftOut.has(score.criterion.id));
  const decide = async (): Promise<void> => {
    setIsWriting(true);
    const found = await record(chosen.map((one) => acceptanceOf(one, stage)));
    setIsWriting(false);
    setFaults(found);
    if (found.length === 0) onClose();
  };
  const turn = (id: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    setLeftOut(next);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`bulk.${stage}.title`)}
      size="xl"
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <p className={classes.lead}>{t(`bulk.${stage}.lead`)}</p>
      <ul className={classes.list} aria-label={t(`bulk.${stage}.title`)}>
        {list.map((one) => (
          <BulkEntry
            key={one.score.criterion.id}
            one={one}
            isChosen={!leftOut.has(one.score.criterion.id)}
            onTurn={turn}
          />
        ))}
      </ul>
      {faults.length > 0 && <ErrorNotice errors={faults} />}
      <Group justify="flex-end" className={classes.ends ?? ''}>
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button
          data-autofocus
          disabled={chosen.length === 0}
          loading={isWriting}
          onClick={() => void decide()}
        >
          {t(`bulk.${stage}.submit`, { count: chosen.length })}
        </Button>
      </Group>
    </Modal>
  );
}

interface BulkEntryProps {
  readonly one: CriterionToJudge;
  readonly isChosen: boolean;
  readonly onTurn: (criterionId: string) => void;
}

function BulkEntry({ one: { score, appraised }, isChosen, onTurn }: BulkEntryProps) {
  const { t } = useTranslation(['appraisal', 'desk']);
  const { text, number } = useFormat();
  const { stage } = useAppraisalFrame();
  const { criterion, answer } = score;
  const points = stage === 'final' && appraised?.points ? appraised.points : score.points;
  return (
    <li className={classes.entry}>
      <Checkbox
        label={t('desk:criterionTitle', { code: criterion.code, name: text(criterion.name) })}
        checked={isChosen}
        onChange={() => onTurn(criterion.id)}
      />
      <span className={classes.points}>
        {t('desk:pointsOf', { points: number(points), max: number(score.max) })}
      </span>
      <span className={classes.documents}>{t('bulk.documents', { count: answer.evidence.length })}</span>
    </li>
  );
}
