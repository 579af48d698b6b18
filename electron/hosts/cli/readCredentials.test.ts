import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { readCredentials } from './readCredentials.ts';

function writeCredentials(text: string, mode = 0o600): string {
  const file = path.join(makeTemporaryFolder(), 'dav.txt');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

test('credentials are the first two lines of a file, whatever stands in the environment', async () => {
  const file = writeCredentials('20242\r\nmật khẩu: 1 \r\n# của phường\r\n');
  const environment = { THUOC_SO_TARGET_USER: 'khác', THUOC_SO_TARGET_PASSWORD: 'khác' };
  expect(valueOf(await readCredentials(file, environment))).toEqual({
    userName: '20242',
    password: 'mật khẩu: 1 ',
  });
});

test('credentials come from the environment where no file is named, and are none where nothing is', async () => {
  const environment = { THUOC_SO_TARGET_USER: '20242', THUOC_SO_TARGET_PASSWORD: 'x' };
  expect(valueOf(await readCredentials(undefined, environment))).toEqual({
    userName: '20242',
    password: 'x',
  });
  expect(valueOf(await readCredentials(undefined, {}))).toBeNull();
});

test('a file that others can read is refused, and so is half of what is needed', async () => {
  const open = writeCredentials('20242\nx\n', 0o640);
  expect(codesOf(await readCredentials(open, {}))).toEqual(['credentials-readable-by-others']);
  expect(codesOf(await readCredentials(writeCredentials('20242\n'), {}))).toEqual(['credentials-incomplete']);
  expect(codesOf(await readCredentials(`${open}.khong-co`, {}))).toEqual(['file-not-found']);
  const half = { THUOC_SO_TARGET_USER: '20242' };
  expect(codesOf(await readCredentials(undefined, half))).toEqual(['credentials-incomplete']);
});
