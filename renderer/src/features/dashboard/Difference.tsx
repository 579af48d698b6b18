import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import Fraction from 'fraction.js';
import classes from './Change.module.css';
import { useChangeWords } from './useChangeWords.ts';

/** A difference by sign and arrow, never by colour alone. */
export function Difference({ figure }: { readonly figure: string | null }) {
  const { difference } = useChangeWords();
  if (figure === null) return '–';
  const { s } = new Fraction(figure);
  const isNone = new Fraction(figure).equals(0);
  const Icon = isNone ? IconEqual : s > 0n ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={classes.difference}>
      <Icon size={15} aria-hidden />
      <strong>{difference(figure)}</strong>
    </span>
  );
}
