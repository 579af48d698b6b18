import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleOfKind } from '#shared/domain/criteria/rule.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './OptionAnswer.module.css';
import { OptionLabel } from './OptionLabel.tsx';
import type { SimpleAnswerProps } from './simpleAnswer.ts';

/** Nothing ticked is an answer too, but an officer has to say so: "none of these" is a tick of its own. */
export function ChecklistAnswer({
  rule,
  question,
  value,
  onValue,
}: SimpleAnswerProps<RuleOfKind<'checklist'>>) {
  const { t } = useTranslation('desk');
  const { text, number } = useFormat();
  const ticked = Array.isArray(value) ? (value as readonly string[]) : [];
  const isNone = Array.isArray(value) && value.length === 0;
  const tick = (ids: readonly string[]): void => {
    const inOrder = rule.items.map((item) => item.id).filter((id) => ids.includes(id));
    onValue(inOrder.length === 0 ? null : inOrder, 'choice');
  };
  return (
    <Checkbox.Group label={question} value={[...ticked]} onChange={tick}>
      <Stack gap={6} mt={8}>
        {rule.items.map((item) => (
          <Checkbox
            key={item.id}
            value={item.id}
            className={classes.option ?? ''}
            label={
              <OptionLabel
                text={text(item.text)}
                points={t('pointsAdded', { points: number(item.points) })}
              />
            }
          />
        ))}
        <NoneBox isNone={isNone} onNone={(none) => onValue(none ? [] : null, 'choice')} />
      </Stack>
    </Checkbox.Group>
  );
}

/** Outside the group's own values: it is the empty list, not an item. */
function NoneBox({ isNone, onNone }: { readonly isNone: boolean; readonly onNone: (none: boolean) => void }) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  return (
    <Checkbox.Group value={isNone ? ['none'] : []} onChange={(values) => onNone(values.includes('none'))}>
      <Checkbox
        value="none"
        className={classes.option ?? ''}
        label={<OptionLabel text={t('answer.noneOfThese')} points={t('points', { points: number('0') })} />}
      />
    </Checkbox.Group>
  );
}
