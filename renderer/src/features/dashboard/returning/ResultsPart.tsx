import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/api/contract.ts';
import { focusFirstFault } from '../../../lib/focusFirstFault.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ProtectionField } from '../../../ui/protection/ProtectionField.tsx';
import classes from '../Dashboard.module.css';
import { useResults } from './useResults.ts';
import { WrittenResults } from './WrittenResults.tsx';

const everyUnit = '';

/** What was decided goes back to the units: their scores, their places, and why. */
export function ResultsPart({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { assessmentId, setAssessmentId, masked, setMasked, protection, step, write } = useResults(dashboard);
  const units = dashboard.ranking
    .flatMap(({ unit, assessmentId: id }) => (id === null ? [] : [{ value: id, label: unit.name }]))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'));
  return (
    <Panel title={t('results.title')}>
      <p className={classes.lead}>{t('results.lead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void write();
          focusFirstFault(event.currentTarget);
        }}
      >
        <Stack gap="md" align="flex-start">
          <NativeSelect
            label={t('results.whose')}
            description={t(assessmentId === null ? 'results.allHint' : 'results.oneHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            value={assessmentId ?? everyUnit}
            data={[{ value: everyUnit, label: t('results.all') }, ...units]}
            onChange={({ currentTarget: { value } }) => setAssessmentId(value === everyUnit ? null : value)}
          />
          <Checkbox
            label={t('results.masked')}
            description={t('results.maskedHint')}
            checked={masked}
            onChange={(event) => setMasked(event.currentTarget.checked)}
          />
          <ProtectionField choice={protection} />
          {step.kind === 'failed' && <ErrorNotice errors={step.errors} />}
          <Button
            type="submit"
            loading={step.kind === 'writing'}
            leftSection={<IconMailForward size={18} aria-hidden />}
          >
            {t('results.write')}
          </Button>
        </Stack>
      </form>
      <div role="status">
        {step.kind === 'writing' && t('results.writing')}
        {step.kind === 'written' && <WrittenResults results={step.results} passphrase={step.passphrase} />}
      </div>
    </Panel>
  );
}
