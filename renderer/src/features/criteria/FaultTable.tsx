import { useTranslation } from 'react-i18next';
import { describeSetFault } from '#shared/report/describeSetFault.ts';
import classes from './CriteriaScreen.module.css';
import { useAuthoringWords } from './useAuthoringWords.ts';
import type { Examined } from './useWriteSet.ts';

interface FaultTableProps {
  readonly fileName: string;
  readonly faults: Examined['faults'];
}

/** Everything that is wrong in a workbook, each with the cell to mend. */
export function FaultTable({ fileName, faults }: FaultTableProps) {
  const { t } = useTranslation('criteria');
  const words = useAuthoringWords();
  return (
    <>
      <p role="alert" className={classes.wrong}>
        {t('faults.lead', { fileName, count: faults.length })}
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('faults.place')}</th>
            <th scope="col">{t('faults.what')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, index) => (
            <tr key={`${String(index)} ${fault.place}`}>
              <th scope="row" className={classes.place}>
                {fault.place.replace('!', ' – ')}
              </th>
              <td>{words && describeSetFault(fault, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
