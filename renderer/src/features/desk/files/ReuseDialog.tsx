import { Modal, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useReturnFocus } from '../../../lib/useReturnFocus.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './files.module.css';
import { listKnownDocuments, type KnownDocument } from './knownDocuments.ts';

interface ReuseDialogProps {
  /** Where the document is wanted; what stands there already is not offered. */
  readonly criterionId: string;
  readonly onChoose: (evidence: Evidence) => void;
  readonly onClose: () => void;
}

/** One document often proves several criteria: it is chosen, not typed and sent again. */
export function ReuseDialog({ criterionId, onChoose, onClose }: ReuseDialogProps) {
  const { t } = useTranslation(['desk', 'app']);
  const { frame, answersNow } = useDeskFrame();
  useReturnFocus();
  const [wanted, setWanted] = useState('');
  const documents = useMemo(
    () =>
      listKnownDocuments(
        answersNow(),
        frame.set.groups.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
      ).filter((known) => !known.criterionIds.includes(criterionId)),
    [answersNow, frame.set, criterionId],
  );
  const shown = documents.filter(({ evidence }) => isWanted(evidence, wanted));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('files.reuse')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <TextInput
        data-autofocus
        label={t('files.find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {shown.length === 0 ? (
        <p role="status">{t('files.noneFound')}</p>
      ) : (
        <ul className={classes.documents}>
          {shown.map((known) => (
            <li key={JSON.stringify(known.evidence)}>
              <button type="button" className={classes.document} onClick={() => onChoose(known.evidence)}>
                <DocumentWords known={known} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}

function DocumentWords({ known: { evidence, criterionIds } }: { readonly known: KnownDocument }) {
  const { t } = useTranslation('desk');
  const { date } = useFormat();
  const { set } = useDeskFrame().frame;
  const head = [evidence.number, date(evidence.date), evidence.issuer].filter((text) => text !== '');
  const codes = criterionIds.map((id) => findCriterion(set, id)?.code ?? '').join(', ');
  return (
    <>
      <strong>{head.join(', ')}</strong>
      {evidence.title !== '' && <span>{evidence.title}</span>}
      {evidence.file && <span>{evidence.file.name}</span>}
      <span className={classes.size}>{t('files.usedAt', { codes })}</span>
    </>
  );
}

function isWanted(evidence: Evidence, wanted: string): boolean {
  const text = normaliseName(
    [evidence.number, evidence.issuer, evidence.title, evidence.file?.name ?? ''].join(' '),
  );
  return normaliseName(wanted)
    .split(' ')
    .every((word) => text.includes(word));
}
