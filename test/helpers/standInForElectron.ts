import { onTestFinished, vi } from 'vitest';

/**
 * What the host imports from now on gets this for Electron, and runs with these words; other tests of the same process
 * get neither.
 */
export function standInForElectron(electron: object, words: readonly string[] = process.argv): void {
  vi.resetModules();
  vi.doMock('electron', () => electron);
  const argv = vi.spyOn(process, 'argv', 'get').mockReturnValue([...words]);
  onTestFinished(() => {
    argv.mockRestore();
    vi.doUnmock('electron');
    vi.resetModules();
  });
}
