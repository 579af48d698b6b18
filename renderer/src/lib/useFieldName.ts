import { useTranslation } from 'react-i18next';
import { headerFields } from '#shared/domain/assessment/header.ts';
import { headerCells } from '#shared/domain/merge/change.ts';

/** The fields of an answer, in the order of the desk. */
export const answerFields = ['value', 'evidence', 'explanation', 'notApplicable', 'assignee'] as const;

/** What a field of an answer, or of the form's head, is called on the screens. */
export function useFieldName(): (criterionId: string, field: string) => string {
  const { t } = useTranslation(['app', 'desk']);
  return (criterionId, field) => {
    const ofHead = criterionId === headerCells ? headerFields.find((known) => known === field) : undefined;
    if (ofHead !== undefined) return t(`desk:header.${ofHead}`);
    const ofAnswer = answerFields.find((known) => known === field);
    return ofAnswer === undefined ? field : t(`app:field.${ofAnswer}`);
  };
}
