import classes from './PercentGauge.module.css';

interface PercentGaugeProps {
  /** The whole reading in one sentence, for those who do not see the bar. */
  readonly sentence: string;
  /** 0 to 100; rounding is no matter here, the figures stand beside. */
  readonly floor: number;
  readonly ceiling: number;
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly isReached: boolean;
}

/** What is earned, what can still be earned, and the marks to reach, on one scale from 0 to 100. */
export function PercentGauge({ sentence, floor, ceiling, marks, isReached }: PercentGaugeProps) {
  return (
    <div role="img" aria-label={sentence} className={classes.gauge}>
      <div className={classes.track}>
        <div className={classes.possible} style={{ width: `${String(ceiling)}%` }} />
        <div className={classes.earned} data-reached={isReached} style={{ width: `${String(floor)}%` }} />
        {marks.map(({ at }) => (
          <div key={at} className={classes.mark} style={{ left: `${String(at)}%` }} />
        ))}
      </div>
      <div className={classes.labels}>
        {marks.map(({ at, label }, index) => (
          <span
            key={at}
            data-end={
              marks.length === 1
                ? undefined
                : index === 0
                  ? 'first'
                  : index === marks.length - 1
                    ? 'last'
                    : undefined
            }
            style={{ left: `${String(at)}%` }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
