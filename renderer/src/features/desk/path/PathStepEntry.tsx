import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { namesDocument } from '#shared/domain/assessment/answer.ts';
import type { PathStep } from '#shared/domain/path/findPaths.ts';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './PathCard.module.css';
import type { WhatIfState } from './useWhatIf.ts';

interface PathStepEntryProps {
  readonly step: PathStep;
  readonly whatIf: WhatIfState;
}

/** One step: what to reach, what it brings and costs, the document it still needs; to be tried and to be gone to. */
export function PathStepEntry({ step, whatIf }: PathStepEntryProps) {
  const { t } = useTranslation('desk');
  const { text, number, language, translateRule } = useFormat();
  const { goTo } = useDeskFrame();
  const { score, improvement, effort } = step;
  const { criterion, answer } = score;
  const asAnswered = { ...score, answer: { ...answer, value: improvement.value, notApplicable: '' } };
  const figures = figuresInWords(asAnswered, language, translateRule).brief.join('; ');
  const title = t('criterionTitle', { code: criterion.code, name: text(criterion.name) });
  const needsDocument = criterion.evidenceRule === 'required' && !answer.evidence.some(namesDocument);
  return (
    <li className={classes.step}>
      <Checkbox
        size="xs"
        aria-label={t('path.whatIf.step', { criterion: title })}
        checked={whatIf.isTicked(step)}
        onChange={(event) => whatIf.tick(step, event.currentTarget.checked)}
      />
      <div>
        <button type="button" className={classes.jump} onClick={() => goTo(criterion.id)}>
          {title}
        </button>
        <span className={classes.gain}>{t('path.gain', { gain: number(improvement.gain), effort })}</span>
        <span className={classes.to}>{t('path.to', { figures })}</span>
        {needsDocument && (
          <span className={classes.to}>{t('path.document', { evidence: text(criterion.evidence) })}</span>
        )}
      </div>
    </li>
  );
}
