import type { IpcMain } from 'electron';
import type { Backend } from '#backend/backend.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import { callChannel, isOwnAddress } from './address.ts';

/**
 * The one door: checks the sender, passes the call on, lets no exception out. Errors of its own:
 * `not-authorised`, `input-invalid`, `unexpected`.
 */
export function openDoor(
  ipcMain: Pick<IpcMain, 'handle'>,
  backend: Pick<Backend, 'call'>,
  log: (line: string) => void,
): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    try {
      const frame = event.senderFrame;
      // A frame inside our page is not our page.
      if (frame?.parent !== null || !isOwnAddress(frame.url)) return failWith('not-authorised');
      if (typeof name !== 'string') return failWith('input-invalid');
      return await backend.call(name, input);
    } catch (error) {
      return reportUnexpected(error, 'door', log);
    }
  });
}
