import classes from './OptionAnswer.module.css';

/** What an option says at the left, what it is worth at the right. */
export function OptionLabel({ text, points }: { readonly text: string; readonly points: string }) {
  return (
    <span className={classes.label}>
      <span>{text}</span>
      <span className={classes.points}>{points}</span>
    </span>
  );
}
