import { Session, type Profiler } from 'node:inspector/promises';

/** Where the time of an import goes. */
export type Stage =
  'read' | 'verify' | 'parse' | 'check' | 'merge' | 'write' | 'commit' | 'waiting' | 'other';

/** The first that fits a file decides; a function of none belongs to the stage of its caller. */
const stageOfFile: readonly (readonly [pattern: RegExp, stage: Stage])[] = [
  [/package\/byteSource\.ts$/u, 'read'],
  [/backend\/files\/(?:package|keys)\//u, 'verify'],
  [/shared\/format\//u, 'parse'],
  [/imports\/(?:check|judge|digestOfLog|canonical)|usecases\/decide/u, 'check'],
  [/domain\/merge\/|imports\/(?:merge|planLog)/u, 'merge'],
  [/backend\/db\/|imports\/writePlan|usecases\/imports\/quarantine/u, 'write'],
];

/**
 * Runs work under the processor's profiler. In milliseconds, by stage, of the main thread alone: `read`, `verify` and
 * `parse` are what it had to do itself, `waiting` is also for the thread that reads ahead.
 */
export async function profileStages(work: () => Promise<void>): Promise<Readonly<Record<string, number>>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sumByStage(profile);
}

function sumByStage({
  nodes,
  samples = [],
  timeDeltas = [],
}: Profiler.Profile): Readonly<Record<string, number>> {
  const stages = stagesOfNodes(nodes);
  const sums: Partial<Record<Stage, number>> = {};
  samples.forEach((node, place) => {
    const stage = stages.get(node) ?? 'other';
    sums[stage] = (sums[stage] ?? 0) + (timeDeltas[place] ?? 0) / 1000;
  });
  return Object.fromEntries(Object.entries(sums).map(([stage, sum]) => [stage, Math.round(sum)]));
}

function stagesOfNodes(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, Stage> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stages = new Map<number, Stage>();
  const walk = (node: Profiler.ProfileNode, above: Stage): void => {
    const stage = stageOf(node, above);
    stages.set(node.id, stage);
    for (const child of node.children ?? []) {
      const found = byId.get(child);
      if (found) walk(found, stage);
    }
  };
  const [root] = nodes;
  if (root) walk(root, 'other');
  return stages;
}

function stageOf({ callFrame: { functionName, url } }: Profiler.ProfileNode, above: Stage): Stage {
  if (functionName === '(idle)') return 'waiting';
  // The store begins and ends its transactions with it, and does nothing else by it.
  if (functionName === 'exec' && url.endsWith('better-sqlite3/lib/methods/wrappers.js')) return 'commit';
  const found = stageOfFile.find(([pattern]) => pattern.test(url))?.[1];
  // Checks call what belongs to other stages for purposes of their own.
  return above === 'check' ? above : (found ?? above);
}
