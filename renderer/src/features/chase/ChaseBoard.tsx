import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChaseState } from '#shared/domain/chase/chaseUnit.ts';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';
import { useResultsRequest } from '../../lib/resultsRequest.ts';
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ChaseFilter } from './ChaseFilter.tsx';
import classes from './ChaseScreen.module.css';
import { ChaseTable } from './ChaseTable.tsx';
import { CopyButton } from './CopyButton.tsx';
import { DeadlineLine } from './DeadlineLine.tsx';
import { ReadyResults } from './ReadyResults.tsx';
import { useChaseText } from './useChaseText.ts';
import type { Chase } from './useChase.ts';

const pageSize = 50;

interface ChaseBoardProps {
  readonly chase: Chase;
  readonly setId: string;
  /** The deadline is another one now. */
  readonly onChanged: () => void;
}

/** The deadline, how many units stand where, and each unit with its message. */
export function ChaseBoard({ chase, setId, onChanged }: ChaseBoardProps) {
  const { t } = useTranslation('chase');
  const [chosen, setChosen] = useState<ChaseState | null>(null);
  const [wanted, setWanted] = useState('');
  const [page, setPage] = useState(0);
  const textOf = useChaseText(chase);
  const ask = useResultsRequest((request) => request.ask);
  const sought = useDeferredValue(wanted);
  const shown = useMemo(() => {
    const words = normaliseName(sought);
    return chase.units.filter(
      ({ state, unit }) =>
        (chosen === null || state === chosen) && normaliseName(`${unit.name} ${unit.code}`).includes(words),
    );
  }, [chase.units, chosen, sought]);
  if (chase.units.length === 0) {
    return (
      <div className={classes.empty}>
        <h2>{t('empty.title')}</h2>
        <p>{t('empty.text')}</p>
      </div>
    );
  }
  return (
    <Panel title={t('list.title')}>
      <DeadlineLine chase={chase} onChanged={onChanged} />
      <ReadyResults chase={chase} setId={setId} />
      <ChaseFilter
        units={chase.units}
        chosen={chosen}
        onChoose={(state) => {
          setChosen(state);
          setPage(0);
        }}
      />
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
            setPage(0);
          }}
        />
        <CopyButton
          label={t('copy.all', { count: shown.length })}
          size="sm"
          isDisabled={shown.length === 0 || textOf === null}
          textNow={() => shown.map((one) => textOf?.(one) ?? '').join('\n')}
        />
      </div>
      {shown.length === 0 ? (
        <p role="status" className={classes.none}>
          {t('list.none')}
        </p>
      ) : (
        <ChaseTable
          units={shown.slice(page * pageSize, (page + 1) * pageSize)}
          textOf={textOf}
          onReturn={(assessmentId) => ask({ period: chase.period, setId, assessmentId })}
        />
      )}
      <Pager label={t('list.title')} page={page} pageSize={pageSize} total={shown.length} onPage={setPage} />
    </Panel>
  );
}
