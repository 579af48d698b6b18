import { expect, test } from 'vitest';
import { findBrowser, windowArguments, type Desktop } from './openWindow.ts';

function desktop(changes: Partial<Desktop>, installed: readonly string[] = []): Desktop {
  return {
    platform: 'linux',
    environment: { DISPLAY: ':0', PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    exists: (file) => installed.includes(file),
    ...changes,
  };
}

test('Linux looks along PATH and prefers Chromium', () => {
  expect(findBrowser(desktop({}, ['/usr/bin/google-chrome', '/usr/bin/chromium']))).toBe('/usr/bin/chromium');
  expect(findBrowser(desktop({}, ['/usr/bin/microsoft-edge']))).toBe('/usr/bin/microsoft-edge');
});

test('Windows finds the Edge that comes with it, also where only the 32-bit folder is known', () => {
  const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
  const environment = { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` };
  expect(findBrowser(desktop({ platform: 'win32', environment }, [edge]))).toBe(edge);
});

test('without a display or a browser there is no window to open', () => {
  expect(findBrowser(desktop({ environment: { PATH: '/usr/bin' } }, ['/usr/bin/chromium']))).toBeNull();
  const empty = { PATH: '/usr/bin', DISPLAY: '' };
  expect(findBrowser(desktop({ environment: empty }, ['/usr/bin/chromium']))).toBeNull();
  expect(findBrowser(desktop({}))).toBeNull();
  expect(findBrowser(desktop({ platform: 'darwin' }))).toBeNull();
});

test('the window has a profile of its own, and gives up its sandbox only for root', () => {
  const words = windowArguments('http://127.0.0.1:1/?token=t', '/data/profile', desktop({}));
  expect(words).toContain('--app=http://127.0.0.1:1/?token=t');
  expect(words).toContain('--user-data-dir=/data/profile');
  expect(words).not.toContain('--no-sandbox');
  expect(windowArguments('http://127.0.0.1:1/', '/p', desktop({ isRoot: true }))).toContain('--no-sandbox');
});
