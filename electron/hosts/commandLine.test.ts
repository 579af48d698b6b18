import { expect, test } from 'vitest';
import { readCommandLine, selectOwnWords } from './commandLine.ts';

test('without words the host takes any port, the usual folder and the language last chosen', () => {
  expect(readCommandLine([])).toEqual({
    ok: true,
    value: { dataFolder: null, port: 0, openWindow: false, demo: false, restore: false, language: null },
  });
});

test('every option is read', () => {
  expect(
    readCommandLine(['--data', '/d', '--port', '8080', '--open', '--demo', '--restore', '--lang', 'en']),
  ).toEqual({
    ok: true,
    value: { dataFolder: '/d', port: 8080, openWindow: true, demo: true, restore: true, language: 'en' },
  });
});

test.each([['--port', 'many'], ['--port', '70000'], ['--lang', 'fr'], ['--unknown', 'x'], ['--data']])(
  '%s %s is refused',
  (...words) => {
    expect(readCommandLine(words)).toMatchObject({ ok: false, errors: [{ code: 'input-invalid' }] });
  },
);

test('the desktop host leaves Chromium its switches and keeps its own words with their values', () => {
  const words = ['/opt/app', '--no-sandbox', '--data', '/d e', '--demo', '--lang=en', '--enable-features=x'];
  expect(selectOwnWords(words)).toEqual(['--data', '/d e', '--demo', '--lang=en']);
});
