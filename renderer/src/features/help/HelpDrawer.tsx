import { Button, Drawer, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useTour } from '../../lib/tour.ts';
import classes from './HelpDrawer.module.css';
import { helpScreenOf } from './helpScreens.ts';

const points = ['what', 'how', 'then', 'note'] as const;
const keysEverywhere = ['help', 'move', 'choose', 'close'] as const;
const keysOfAppraisal = ['criterion', 'accept', 'saveDecision'] as const;
const keysOfDesk = ['criterion', 'search', 'undo', 'redo'] as const;

/** What the present screen is for, how it is used, and its keys. */
export function HelpDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['help', 'app']);
  const [place] = useLocation();
  const showTour = useTour((tour) => tour.start);
  const screen = helpScreenOf(place);
  const ownKeys = screen === 'desk' ? keysOfDesk : screen === 'appraise' ? keysOfAppraisal : [];
  const keys = [...ownKeys, ...keysEverywhere];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('title', { screen: t(`screens.${screen}.name`) })}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <ul className={classes.points}>
        {points.map((point) => (
          <li key={point}>{t(`screens.${screen}.${point}`)}</li>
        ))}
      </ul>
      <h3 className={classes.part}>{t('keys.title')}</h3>
      <dl className={classes.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`keys.${key}Key`)}</kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <Group gap="sm">
        <Button
          variant="default"
          onClick={() => {
            onClose();
            showTour();
          }}
        >
          {t('startTour')}
        </Button>
        <Link href="/guide" className={classes.guide} onClick={onClose}>
          {t('guide')}
        </Link>
      </Group>
    </Drawer>
  );
}
