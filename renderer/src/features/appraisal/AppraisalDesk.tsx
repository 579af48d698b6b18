import { Button } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { AppraisalContext } from './appraisalContext.ts';
import classes from './AppraisalDesk.module.css';
import { useAppraisalView } from './appraisalView.ts';
import { CriterionPane } from './criterion/CriterionPane.tsx';
import { useGuardDrafts } from './decision/useGuardDrafts.ts';
import { AppraisalNavigation } from './navigation/AppraisalNavigation.tsx';
import { AppraisalSide } from './result/AppraisalSide.tsx';
import type { AppraisalContent } from './useAppraisalContent.ts';
import { useAppraisalDesk } from './useAppraisalDesk.ts';

interface AppraisalDeskProps {
  readonly content: AppraisalContent;
  readonly criterionId: string | null;
  readonly onSaved: () => void;
}

/** Three columns, as on the unit's own desk: what is to be judged, one criterion, where that leads. */
export function AppraisalDesk({ content, criterionId, onSaved }: AppraisalDeskProps) {
  const { t } = useTranslation(['appraisal', 'app', 'desk']);
  const describePeriod = usePeriodText();
  const desk = useAppraisalDesk(content, criterionId, onSaved);
  const { isListShown, toggleList } = useAppraisalView();
  const { unit, period, id } = content.opened.assessment;
  useGuardDrafts(id);
  const title = t('title', { unit: unit.name, period: describePeriod(period) });
  useEffect(() => {
    document.title = t('app:pageTitle', { page: title });
  }, [t, title]);
  if (desk.current === undefined) return <p className={classes.failure}>{t('desk:nothingToAnswer')}</p>;
  return (
    <AppraisalContext value={desk.frame}>
      <h1 className={classes.hiddenTitle}>{title}</h1>
      <div className={classes.desk}>
        <Button
          className={classes.listButton ?? ''}
          variant="default"
          leftSection={<IconList size={18} aria-hidden />}
          aria-expanded={isListShown}
          onClick={toggleList}
        >
          {t('desk:navigation.title')}
        </Button>
        <AppraisalNavigation
          criteria={desk.criteria}
          currentId={desk.current.score.criterion.id}
          isShownWhenNarrow={isListShown}
        />
        <CriterionPane desk={desk} current={desk.current} />
        <AppraisalSide desk={desk} />
      </div>
    </AppraisalContext>
  );
}
