import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthoringTranslate } from '#shared/report/describeSetFault.ts';
import { useLateWords } from '../../lib/useLateWords.ts';

/** The words of the workbook and its faults; `null` until they are read. */
export function useAuthoringWords(): AuthoringTranslate | null {
  const { i18n } = useTranslation('app');
  const language = useLateWords('authoring');
  return useMemo(() => {
    if (language === null) return null;
    // Keys are made of ids: each is in the catalogue by a test.
    const t = i18n.getFixedT(language, 'authoring') as unknown as (key: string, params?: object) => string;
    return (key, params) => t(key, { ...params });
  }, [i18n, language]);
}
