import { heldQueues } from './heldQueues.ts';

/** Among the windows on one backend. */
const channelName = 'restored-data';

/**
 * Saves what can still be saved, so that the copy made of the present data has it, and holds back the rest while the
 * data are exchanged. The function given back lets it go on where nothing was exchanged.
 */
export async function holdUnsaved(): Promise<() => void> {
  const queues = [...heldQueues.values()];
  await Promise.all(queues.map((queue) => queue.flush()));
  for (const queue of queues) queue.pause();
  return () => {
    for (const queue of queues) void queue.resume();
  };
}

/** Every window begins anew: what it shows and what it had not saved belong to the data that were there before. */
export function beginAnewEverywhere(): void {
  new BroadcastChannel(channelName).postMessage(null);
  beginAnew();
}

/** For as long as the window is open. */
export function listenForRestoredData(): void {
  new BroadcastChannel(channelName).addEventListener('message', beginAnew);
}

function beginAnew(): void {
  for (const queue of heldQueues.values()) queue.pause();
  window.location.reload();
}
