import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/useCall.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useSizeText } from '../../lib/useSizeText.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './PastImports.module.css';

/** Files kept aside until what they need is here; nothing where there are none. */
export function Quarantine() {
  const { t } = useTranslation('imports');
  const { state, reload } = useCall('imports.quarantine', {});
  const describe = useErrorText();
  const { dayAndTime } = useFormat();
  const sizeText = useSizeText();
  if (state.kind === 'failed') return <ErrorNotice errors={state.errors} onRetry={reload} />;
  if (state.kind === 'loading' || state.value.length === 0) return null;
  return (
    <Panel title={t('quarantine.title', { count: state.value.length })}>
      <p className={classes.lead}>{t('quarantine.lead')}</p>
      <ul className={classes.quarantine}>
        {state.value.map((file) => (
          <li key={file.sha256}>
            <span className={classes.name}>{file.name}</span>
            <span className={classes.about}>
              {t('quarantine.kept', { size: sizeText(file.size), moment: dayAndTime(file.keptAt) })}
            </span>
            <span>{file.errors.map(describe).join(' ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
