import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';
import { round } from './measure.ts';

/** Longer, and a key stroke waits visibly. In milliseconds. */
const long = 50;
const mark = 'watching-tasks';
const task = 'ThreadControllerImpl::RunTask';

const traceEvent = z.object({
  name: z.enum([mark, task]),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
});
type TraceEvent = z.output<typeof traceEvent>;

export interface TaskTimes {
  readonly tasks: number;
  readonly longTasks: number;
  readonly longest: number;
}

/**
 * The tasks of the page's main thread while `work` runs: by the clock, as `PerformanceObserver` would see them, and by
 * the processor's time that they took themselves, which stays the same when the machine has other things to do.
 */
export async function watchTasks(
  page: Page,
  protocol: CDPSession,
  work: () => Promise<void>,
): Promise<{ readonly byClock: TaskTimes; readonly byProcessor: TaskTimes }> {
  const events: TraceEvent[] = [];
  protocol.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      // A minute's trace has hundreds of thousands of others.
      if (event['name'] === mark || event['name'] === task) events.push(traceEvent.parse(event));
    }
  });
  const includedCategories = ['toplevel', 'blink.user_timing'];
  await protocol.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await page.evaluate((name) => performance.mark(name), mark);
  await work();
  const complete = new Promise((resolve) => protocol.once('Tracing.tracingComplete', resolve));
  await protocol.send('Tracing.end');
  await complete;
  const tasks = tasksOfPage(events);
  return {
    byClock: summarise(tasks.map(({ dur }) => dur / 1000)),
    byProcessor: summarise(tasks.map(({ tdur }) => tdur / 1000)),
  };
}

/** Tasks after the mark, on its thread. */
function tasksOfPage(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const start = events.find(({ name }) => name === mark);
  if (start === undefined) throw new Error('The trace does not show where it starts');
  return events.filter(
    ({ name, pid, tid, ts }) => name === task && pid === start.pid && tid === start.tid && ts > start.ts,
  );
}

function summarise(times: readonly number[]): TaskTimes {
  return {
    tasks: times.length,
    longTasks: times.filter((time) => time > long).length,
    longest: round(times.reduce((longest, time) => Math.max(longest, time), 0)),
  };
}
