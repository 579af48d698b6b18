import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ChaseMark } from './ChaseMark.tsx';
import classes from './ChaseScreen.module.css';
import { CopyButton } from './CopyButton.tsx';
import type { ChasedUnit } from './useChase.ts';

interface ChaseTableProps {
  readonly units: readonly ChasedUnit[];
  readonly textOf: ((one: ChasedUnit) => string) | null;
  /** Whose result is to be given back. */
  readonly onReturn: (assessmentId: string) => void;
}

/** One unit a row: where it stands, what is still to do, its message, and the way to its assessment. */
export function ChaseTable({ units, textOf, onReturn }: ChaseTableProps) {
  const { t } = useTranslation('chase');
  return (
    <table className={classes.table}>
      <caption className={classes.spoken}>{t('list.title')}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.unit}>
            {t('list.unit')}
          </th>
          <th scope="col" className={classes.state}>
            {t('list.state')}
          </th>
          <th scope="col">{t('list.message')}</th>
          <th scope="col" className={classes.way}>
            {t('list.way')}
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((one) => (
          <ChaseRow
            key={`${one.unit.code} ${one.unit.validFrom ?? ''}`}
            one={one}
            text={textOf?.(one) ?? ''}
            onReturn={onReturn}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ChaseRowProps extends Pick<ChaseTableProps, 'onReturn'> {
  readonly one: ChasedUnit;
  readonly text: string;
}

function ChaseRow({ one, text, onReturn }: ChaseRowProps) {
  const { t } = useTranslation('chase');
  const { unit, state, assessmentId, revision } = one;
  return (
    <tr>
      <th scope="row" className={classes.unit}>
        {unit.name}
        <span className={classes.soft}>
          {revision === null
            ? unit.code
            : revision === 0
              ? t('list.codeUnsigned', { code: unit.code })
              : t('list.codeAndRevision', { code: unit.code, revision })}
        </span>
      </th>
      <td className={classes.state}>
        <ChaseMark state={state} />
        <WhatIsLeft one={one} />
      </td>
      <td className={classes.message}>
        <span>{text}</span>
        <CopyButton
          label={t('copy.one')}
          spokenLabel={t('copy.of', { unit: unit.name })}
          size="compact-sm"
          isDisabled={text === ''}
          textNow={() => text}
        />
      </td>
      <td className={classes.way}>
        {assessmentId !== null && (
          <Link
            href={`/assessments/${assessmentId}/appraise`}
            aria-label={t('list.appraiseOf', { unit: unit.name })}
          >
            {t('list.appraise')}
          </Link>
        )}
        {assessmentId !== null && state === 'done' && (
          <Link
            href="/dashboard/results"
            aria-label={t('ready.returnTo', { unit: unit.name })}
            onClick={() => onReturn(assessmentId)}
          >
            {t('ready.return')}
          </Link>
        )}
      </td>
    </tr>
  );
}

function WhatIsLeft({
  one: { state, criteriaOpen, criteriaToJudge, criteriaOwed },
}: {
  readonly one: ChasedUnit;
}) {
  const { t } = useTranslation('chase');
  const words =
    state === 'incomplete' && criteriaOpen > 0
      ? t('left.open', { count: criteriaOpen })
      : state === 'waiting-for-us'
        ? t('left.toJudge', { count: criteriaToJudge })
        : state === 'waiting-for-them'
          ? t('left.owed', { count: criteriaOwed })
          : '';
  return words === '' ? null : <span className={classes.soft}>{words}</span>;
}
