import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile, ImportVerdict } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { countVerdicts, verdicts } from './fileList.ts';
import classes from './FileListing.module.css';
import { verdictIcons } from './VerdictMark.tsx';

interface VerdictFilterProps {
  readonly files: readonly ImportFile[];
  /** Null for all. */
  readonly chosen: ImportVerdict | null;
  readonly onChoose: (verdict: ImportVerdict | null) => void;
}

/** How many files have which verdict; each count shows only those. */
export function VerdictFilter({ files, chosen, onChoose }: VerdictFilterProps) {
  const { t } = useTranslation('imports');
  const { number } = useFormat();
  const counts = useMemo(() => countVerdicts(files), [files]);
  return (
    <div role="group" aria-label={t('list.filter')} className={classes.filter}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        <span>{t('list.all')}</span>
        <strong>{number(String(files.length))}</strong>
      </button>
      {verdicts.map((verdict) => {
        const Icon = verdictIcons[verdict];
        return (
          <button
            key={verdict}
            type="button"
            data-verdict={verdict}
            aria-pressed={chosen === verdict}
            disabled={counts[verdict] === 0 && chosen !== verdict}
            onClick={() => onChoose(chosen === verdict ? null : verdict)}
          >
            <Icon size={16} aria-hidden />
            <span>{t(`verdict.${verdict}`)}</span>
            <strong>{number(String(counts[verdict]))}</strong>
          </button>
        );
      })}
    </div>
  );
}
