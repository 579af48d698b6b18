import { Button, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './OptionAnswer.module.css';
import { OptionLabel } from './OptionLabel.tsx';

interface RadioAnswerProps {
  readonly question: string;
  readonly chosen: string | null;
  readonly options: readonly { readonly id: string; readonly text: string; readonly points: string }[];
  /** `null` takes the choice back. */
  readonly onChoose: (id: string | null) => void;
}

export function RadioAnswer({ question, chosen, options, onChoose }: RadioAnswerProps) {
  const { t } = useTranslation('desk');
  return (
    <Radio.Group label={question} value={chosen} onChange={onChoose}>
      <Stack gap={6} mt={8}>
        {options.map(({ id, text, points }) => (
          <Radio
            key={id}
            value={id}
            className={classes.option ?? ''}
            label={<OptionLabel text={text} points={points} />}
          />
        ))}
      </Stack>
      {chosen !== null && (
        <Button size="compact-sm" variant="subtle" mt={6} onClick={() => onChoose(null)}>
          {t('answer.clear')}
        </Button>
      )}
    </Radio.Group>
  );
}
