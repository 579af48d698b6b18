import classes from './CountBar.module.css';

interface CountBarProps {
  readonly part: number;
  /** What may still join the part. */
  readonly open?: number;
  readonly whole: number;
}

/** A part of a whole as a bar, hatched where it is open; the figures stand beside. */
export function CountBar({ part, open = 0, whole }: CountBarProps) {
  const width = (count: number): string => `${String(whole === 0 ? 0 : (100 * count) / whole)}%`;
  return (
    <div className={classes.track} aria-hidden>
      <div className={classes.part} style={{ width: width(part) }} />
      <div className={classes.open} style={{ width: width(open) }} />
    </div>
  );
}
