import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { listApplicableCriteria } from '#shared/domain/scoring/scoreAssessment.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useReturnFocus } from '../../../lib/useReturnFocus.ts';
import { useDeskFrame } from '../deskContext.ts';
import { findCriteria, indexCriteria } from './findCriteria.ts';
import classes from './SearchDialog.module.css';

/** Jumps to any criterion by code, name or guidance; the arrows choose while the focus stays in the field. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['desk', 'app']);
  const { language } = useFormat();
  const { frame, goTo } = useDeskFrame();
  useReturnFocus();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const entries = useMemo(
    () => indexCriteria(listApplicableCriteria(frame.set, frame.unitKind), language),
    [frame, language],
  );
  const found = findCriteria(entries, typed);
  const choose = (criterion: Criterion | undefined): void => {
    if (!criterion) return;
    onClose();
    goTo(criterion.id);
    // Also where it is the criterion at work already, reading starts at its name.
    document.getElementById('criterion-title')?.focus();
  };
  const optionId = (index: number): string => `${listId}-${String(index)}`;
  const move = (to: number): void => {
    const next = Math.min(Math.max(to, 0), found.length - 1);
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter') choose(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('search.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <TextInput
        data-autofocus
        label={t('search.label')}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={typed}
        autoComplete="off"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        {...(found.length > 0 ? { 'aria-activedescendant': optionId(active) } : {})}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
      />
      <p role="status" className={classes.count}>
        {found.length === 0 ? t('search.nothing') : t('search.found', { count: found.length })}
      </p>
      <div id={listId} role="listbox" aria-label={t('search.results')} className={classes.list}>
        {found.map((criterion, index) => (
          <Found
            key={criterion.id}
            id={optionId(index)}
            criterion={criterion}
            isActive={index === active}
            onChoose={choose}
          />
        ))}
      </div>
    </Modal>
  );
}

interface FoundProps {
  readonly id: string;
  readonly criterion: Criterion;
  readonly isActive: boolean;
  readonly onChoose: (criterion: Criterion) => void;
}

/** The keyboard reaches it through the field, which names it as its active descendant. */
function Found({ id, criterion, isActive, onChoose }: FoundProps) {
  const { text } = useFormat();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.found}
      onClick={() => onChoose(criterion)}
    >
      <span className={classes.code}>{criterion.code}</span>
      <span>{text(criterion.name)}</span>
    </div>
  );
}
