import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/result.ts';

/** The sentence of an error in the language shown. */
export function useErrorText(): (error: Pick<AppError, 'code' | 'params'>) => string {
  const { t } = useTranslation('errors');
  return useCallback((error) => t(error.code, { ...error.params }), [t]);
}
