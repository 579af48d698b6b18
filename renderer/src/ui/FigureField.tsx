import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/result.ts';
import { readAmbiguous, writeFigure } from '#shared/domain/numbers/readFigure.ts';
import { useErrorText } from '../lib/useErrorText.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './FigureField.module.css';

export interface FigureFieldProps {
  readonly label: string;
  readonly text: string;
  readonly errors: readonly AppError[];
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  /** What the figure counts, beside the field. */
  readonly unit?: string;
}

/** A figure as officers write it: decimal comma or point. Faults stand at the field; what is unclear is asked. */
export function FigureField({ label, text, errors, onText, onLeave, unit }: FigureFieldProps) {
  const describe = useErrorText();
  const isAmbiguous = errors.some((error) => error.code === 'number-ambiguous');
  return (
    <div>
      <TextInput
        label={label}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        classNames={{ input: classes.input ?? '', wrapper: classes.wrapper ?? '' }}
        error={errors.length > 0 ? errors.map(describe).join(' ') : undefined}
        onChange={(event) => onText(event.currentTarget.value)}
        onBlur={onLeave}
        rightSection={unit === undefined ? undefined : <span className={classes.unit}>{unit}</span>}
        rightSectionWidth={unit === undefined ? undefined : `${String(unit.length * 0.55 + 1.5)}rem`}
      />
      {isAmbiguous && <Readings text={text} onText={onText} />}
    </div>
  );
}

/** The trailing zero makes the chosen reading clear to the next reader, people included. */
function Readings({ text, onText }: Pick<FigureFieldProps, 'text' | 'onText'>) {
  const { t } = useTranslation('app');
  const { language, number } = useFormat();
  const readings = readAmbiguous(text);
  if (!readings) return null;
  const { grouped, decimal } = readings;
  return (
    <Group gap="xs" mt={6} role="group" aria-label={t('figure.whichMeaning')}>
      <Button size="compact-sm" variant="default" onClick={() => onText(writeFigure(grouped, language))}>
        {t('figure.grouped', { figure: number(grouped) })}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onText(`${writeFigure(decimal, language)}0`)}
      >
        {t('figure.decimal', { figure: number(decimal) })}
      </Button>
    </Group>
  );
}
