import { Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './TourCard.module.css';

const steps = ['create', 'answer', 'path', 'sign', 'help'] as const;

/** The work in five steps. It stands beside the screen and never in its way: everything can be used meanwhile. */
export function TourCard({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation('help');
  const [position, setPosition] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  // Reading starts at the heading of every step.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [position]);
  useHotkeys([['Escape', onEnd]]);
  const step = steps[position] ?? 'create';
  const isLast = position === steps.length - 1;
  return (
    <section aria-label={t('tour.label')} className={classes.card}>
      <p className={classes.position}>{t('tour.position', { step: position + 1, total: steps.length })}</p>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        {t(`tour.${step}.title`)}
      </h2>
      <p className={classes.text}>{t(`tour.${step}.text`)}</p>
      <Group gap="xs" justify="flex-end">
        {!isLast && (
          <Button size="compact-md" variant="subtle" onClick={onEnd}>
            {t('tour.skip')}
          </Button>
        )}
        {position > 0 && (
          <Button size="compact-md" variant="default" onClick={() => setPosition(position - 1)}>
            {t('tour.back')}
          </Button>
        )}
        <Button size="compact-md" onClick={() => (isLast ? onEnd() : setPosition(position + 1))}>
          {isLast ? t('tour.done') : t('tour.next')}
        </Button>
      </Group>
    </section>
  );
}
