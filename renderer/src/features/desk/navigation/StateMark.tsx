import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDot,
  IconCircleHalf2,
  IconCircleMinus,
  IconCircleX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CriterionMark } from './criterionMark.ts';
import classes from './StateMark.module.css';

const icons = {
  met: IconCircleCheckFilled,
  partly: IconCircleHalf2,
  nothing: IconCircleX,
  unanswered: IconCircle,
  'not-applicable': IconCircleMinus,
  noted: IconCircleDot,
} as const;

/** The state of a criterion by shape, colour and (for screen readers) word. */
export function StateMark({ mark }: { readonly mark: CriterionMark }) {
  const { t } = useTranslation('desk');
  const Icon = icons[mark];
  const words = t(`mark.${mark}`);
  return (
    <span className={classes.mark} data-mark={mark} title={words}>
      <Icon size={17} aria-hidden />
      <span className={classes.spoken}>{words}</span>
    </span>
  );
}
