import { Button } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodText } from '../../lib/usePeriodText.ts';
import { useLookForAppraisals } from './appraisal/useAppraisals.ts';
import { useLookForConflicts } from './conflicts/useOpenConflicts.ts';
import { CriterionPane } from './criterion/CriterionPane.tsx';
import { DeskFrameContext } from './deskContext.ts';
import classes from './DeskLayout.module.css';
import { useDeskView } from './deskView.ts';
import { useLookForMissingFiles } from './files/useMissingFiles.ts';
import { useRefuseStrayFiles } from './files/useRefuseStrayFiles.ts';
import { CriteriaNavigation } from './navigation/CriteriaNavigation.tsx';
import { SidePanel } from './result/SidePanel.tsx';
import { useDesk } from './useDesk.ts';
import type { DeskContent } from './useDeskContent.ts';

interface DeskLayoutProps {
  readonly content: DeskContent;
  readonly criterionId: string | null;
}

/** Three columns: where I am, what I am asked, where we stand. Narrow windows put them one below the other. */
export function DeskLayout({ content, criterionId }: DeskLayoutProps) {
  const { t } = useTranslation(['desk', 'app']);
  const desk = useDesk(content, criterionId);
  useRefuseStrayFiles();
  useLookForMissingFiles(content.assessment.id);
  useLookForConflicts(content.assessment.id);
  useLookForAppraisals(content.assessment.id, desk?.current.criterion.id);
  const { isListShown, toggleList } = useDeskView();
  const describePeriod = usePeriodText();
  const title = t('title', {
    unit: content.assessment.unit.name,
    period: describePeriod(content.assessment.period),
  });
  useEffect(() => {
    document.title = t('app:pageTitle', { page: title });
  }, [t, title]);
  if (desk === null) return <p className={classes.nothing}>{t('nothingToAnswer')}</p>;
  return (
    <DeskFrameContext value={desk.deskFrame}>
      <h1 className={classes.hiddenTitle}>{title}</h1>
      <div className={classes.desk}>
        <Button
          className={classes.listButton ?? ''}
          variant="default"
          leftSection={<IconList size={18} aria-hidden />}
          aria-expanded={isListShown}
          onClick={toggleList}
        >
          {t('navigation.title')}
        </Button>
        <CriteriaNavigation
          score={desk.score}
          assignees={desk.assignees}
          header={desk.header}
          currentId={desk.current.criterion.id}
          isShownWhenNarrow={isListShown}
        />
        <CriterionPane
          current={desk.current}
          assignee={desk.assignee}
          position={desk.position}
          total={desk.score.criteria.length}
          onStep={desk.step}
          stepsBack={desk.stepsBack}
          suggestions={desk.suggestions}
          computed={desk.computed}
        />
        <SidePanel score={desk.score} efforts={desk.efforts} suggestions={desk.suggestions} />
      </div>
    </DeskFrameContext>
  );
}
