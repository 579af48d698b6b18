import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitSummary } from '#shared/api/contract.ts';
import { useUnitSearch } from './useUnitSearch.ts';

interface UnitFieldProps {
  /** Units are looked for among those in force in this period; `null` while it is not known. */
  readonly period: string | null;
  readonly unit: UnitSummary | null;
  readonly onChange: (unit: UnitSummary | null) => void;
  readonly isChecked: boolean;
}

/** A unit by code, by name, or by name without diacritics. */
export function UnitField({ period, unit, onChange, isChecked }: UnitFieldProps) {
  const { t } = useTranslation('home');
  const { units, text, setText, isSearching } = useUnitSearch(period, unit);
  const label = (found: UnitSummary): string =>
    found.parentName === ''
      ? t('form.unitOption', { name: found.name, code: found.code })
      : t('form.unitOptionWithParent', { name: found.name, code: found.code, parent: found.parentName });
  return (
    <Select
      label={t('form.unit')}
      description={t('form.unitHint')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('form.unitClear') }}
      maxDropdownHeight={260}
      // Inside the dialog, so that whoever reads by landmarks finds it there.
      comboboxProps={{ withinPortal: false }}
      data={units.map((found) => ({ value: found.code, label: label(found) }))}
      // The backend has searched already; filtering its answer again would lose names without diacritics.
      filter={({ options }) => options}
      value={unit?.code ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(code) => onChange(units.find((found) => found.code === code) ?? null)}
      nothingFoundMessage={text.trim() === '' || isSearching ? undefined : t('form.unitNotFound')}
      error={isChecked && unit === null ? t('form.unitMissing') : undefined}
    />
  );
}
