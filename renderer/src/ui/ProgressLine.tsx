import { Button } from '@mantine/core';
import classes from './ProgressLine.module.css';

interface ProgressLineProps {
  /** What is going on. */
  readonly label: string;
  /** How far it is, in words. */
  readonly count: string;
  readonly done: number;
  /** 0 until it is known. */
  readonly total: number;
  readonly cancelLabel: string;
  /** It was asked to stop, and will. */
  readonly isStopping?: boolean;
  readonly onCancel: () => void;
}

/** How far long work is, with the way to stop it. */
export function ProgressLine(props: ProgressLineProps) {
  const { label, count, done, total, cancelLabel, isStopping = false, onCancel } = props;
  return (
    <div className={classes.progress}>
      <div className={classes.words}>
        <span>{label}</span>
        <span>{count}</span>
      </div>
      <progress aria-label={label} value={done} max={Math.max(1, total)} />
      <Button variant="default" disabled={isStopping} onClick={onCancel}>
        {cancelLabel}
      </Button>
    </div>
  );
}
