import { IconRefreshAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { figuresInWords } from '#shared/report/figuresInWords.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { CriterionToJudge } from '../judgements.ts';
import classes from './CriterionPane.module.css';

/** What the unit has declared, in words, and what it gives itself for it. */
export function DeclaredAnswer({ current: { score, isChanged } }: { readonly current: CriterionToJudge }) {
  const { t } = useTranslation(['appraisal', 'desk']);
  const { language, number, translateRule } = useFormat();
  const { answer, state, rule, parts } = score;
  // How `figuresInWords` begins the lines of a part.
  const partOf = (line: string) => parts.find(({ part }) => line === `${part.id}) ${part.text[language]}`);
  const lines = figuresInWords(score, language, translateRule).labelled;
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h3 className={classes.sectionTitle}>{t('declared.title')}</h3>
        {rule.kind !== 'info' && state === 'answered' && (
          <span className={classes.points}>
            {t('declared.points', { points: number(score.points), max: number(score.max) })}
          </span>
        )}
      </div>
      {isChanged && (
        <p className={classes.warning}>
          <IconRefreshAlert size={16} aria-hidden />
          {t('declared.changed')}
        </p>
      )}
      {state === 'not-applicable' ? (
        <p className={classes.text}>{t('declared.notApplicable', { reason: answer.notApplicable })}</p>
      ) : lines.length === 0 ? (
        <p className={classes.soft}>{t('declared.nothing')}</p>
      ) : (
        <ul className={classes.lines}>
          {lines.map((line, index) => {
            const part = partOf(line);
            return part === undefined ? (
              <li key={`${String(index)} ${line}`} className={classes.text}>
                {line}
              </li>
            ) : (
              <li key={`${String(index)} ${line}`} className={classes.part}>
                <span>{t('declared.part', { letter: part.part.id, text: part.part.text[language] })}</span>
                {part.state === 'answered' && (
                  <span className={classes.partPoints}>
                    {t('desk:pointsOf', { points: number(part.points), max: number(part.max) })}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
