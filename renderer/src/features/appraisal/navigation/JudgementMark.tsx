import {
  IconArrowBackUp,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDot,
  IconMessageQuestion,
  IconPencilCheck,
  IconRefreshAlert,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAppraisalFrame } from '../appraisalContext.ts';
import type { JudgementState } from '../judgements.ts';
import classes from './JudgementMark.module.css';

const icons = {
  'to-judge': IconCircle,
  outdated: IconRefreshAlert,
  accepted: IconCircleCheckFilled,
  adjusted: IconPencilCheck,
  'explanation-asked': IconMessageQuestion,
  returned: IconArrowBackUp,
  noted: IconCircleDot,
} as const satisfies Record<JudgementState, unknown>;

/** What is decided about a criterion by shape, colour and (for screen readers) word. */
export function JudgementMark({ state }: { readonly state: JudgementState }) {
  const { t } = useTranslation('appraisal');
  const { stage } = useAppraisalFrame();
  const Icon = icons[state];
  const words = t(`state.${stage}.${state}`);
  return (
    <span className={classes.mark} data-state={state} title={words}>
      <Icon size={17} aria-hidden />
      <span className={classes.spoken}>{words}</span>
    </span>
  );
}
