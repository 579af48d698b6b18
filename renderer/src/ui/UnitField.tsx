import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitSummary } from '#shared/api/contract.ts';
import { useUnitSearch } from '../lib/useUnitSearch.ts';

interface UnitFieldProps {
  readonly label: string;
  /** Units are looked for among those in force in this period; `null` while it is not known. */
  readonly period: string | null;
  readonly unit: UnitSummary | null;
  readonly onChange: (unit: UnitSummary | null) => void;
  readonly error?: string | undefined;
}

/** A unit by code, by name, or by name without diacritics. */
export function UnitField({ label, period, unit, onChange, error }: UnitFieldProps) {
  const { t } = useTranslation('app');
  const { units, text, setText, isSearching } = useUnitSearch(period, unit);
  const describe = (found: UnitSummary): string =>
    found.parentName === ''
      ? t('unit.option', { name: found.name, code: found.code })
      : t('unit.optionWithParent', { name: found.name, code: found.code, parent: found.parentName });
  return (
    <Select
      label={label}
      description={t('unit.hint')}
      searchable
      clearable
      // Choosing what is chosen already keeps it; only the cross clears.
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('unit.clear') }}
      maxDropdownHeight={260}
      // Inside the dialog, so that whoever reads by landmarks finds it there.
      comboboxProps={{ withinPortal: false }}
      data={units.map((found) => ({ value: keyOf(found), label: describe(found) }))}
      // The backend has searched already; filtering its answer again would lose names without diacritics.
      filter={({ options }) => options}
      value={unit === null ? null : keyOf(unit)}
      searchValue={text}
      onSearchChange={setText}
      onChange={(key) => onChange(units.find((found) => keyOf(found) === key) ?? null)}
      nothingFoundMessage={text.trim() === '' || isSearching ? undefined : t('unit.notFound')}
      error={error}
    />
  );
}

/** One code may have been another unit's before a reform, and both can be in the list. */
function keyOf({ code, validFrom }: UnitSummary): string {
  return `${code} ${validFrom ?? ''}`;
}
