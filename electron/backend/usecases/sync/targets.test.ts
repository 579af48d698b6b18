import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFakeProtection } from '../../../../test/helpers/fakeProtection.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { openTargetSecrets } from '../../files/keys/targetSecrets.ts';
import { createSupportBundle } from '../supportBundle.ts';
import { findOrAddTarget, listTargets, saveTarget } from './targets.ts';

const server = {
  id: null,
  kind: 'webdav',
  name: 'Máy chủ thành phố',
  address: 'https://tep.danang.example/dav',
  userName: 'hai-chau',
} as const;

test('a password lies with the keys, for its owner alone, and nowhere else', () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  const password = 'mật khẩu rất riêng';
  const { id } = valueOf(saveTarget(context, { ...server, password }));
  expect(valueOf(listTargets(context))).toMatchObject([
    { address: 'https://tep.danang.example/dav/', hasPassword: true, proxy: null },
  ]);
  expect(JSON.stringify(valueOf(listTargets(context)))).not.toContain(password);
  expect(statSync(path.join(folder, 'keys', 'targets.json')).mode & 0o777).toBe(0o600);
  const others = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(others.length).toBeGreaterThan(0);
  for (const { name } of others) expect(readFileSync(path.join(folder, name)).includes(password)).toBe(false);
  const bundle = valueOf(createSupportBundle(context, '1.2.3', []));
  expect(Buffer.from(bundle.base64, 'base64').includes(password)).toBe(false);
  valueOf(saveTarget(context, { ...server, id, name: 'Khác' }));
  expect(valueOf(context.targetSecrets.read(id))).toBe(password);
  valueOf(saveTarget(context, { ...server, id, address: 'https://tep.danang.example/dav/khac/' }));
  expect(valueOf(context.targetSecrets.read(id))).toBe(password);
  valueOf(saveTarget(context, { ...server, id, address: 'https://khac.example/dav/' }));
  expect(valueOf(context.targetSecrets.read(id))).toBeNull();
  valueOf(saveTarget(context, { ...server, id, password }));
  valueOf(saveTarget(context, { ...server, id, password: '' }));
  expect(valueOf(context.targetSecrets.read(id))).toBeNull();
});

test('what the system protects cannot be read without it, and is asked for again', () => {
  const folder = makeTemporaryFolder();
  const guarded = openTargetSecrets(folder, makeFakeProtection('máy này'));
  valueOf(guarded.save('a', 'bí mật'));
  valueOf(guarded.save('b', 'khác'));
  expect(valueOf(guarded.read('a'))).toBe('bí mật');
  expect(readFileSync(path.join(folder, 'keys', 'targets-protected.json'), 'utf8')).not.toContain('bí mật');
  expect(valueOf(openTargetSecrets(folder, makeFakeProtection('máy khác')).read('a'))).toBeNull();
  expect(valueOf(openTargetSecrets(folder, null).read('a'))).toBeNull();
});

test.each([
  [{ address: 'http://tep.danang.example/' }, 'target-not-https'],
  [{ address: 'https://a:b@tep.danang.example/' }, 'target-address-malformed'],
  [{ address: 'https://tep.danang.example/?x=1' }, 'target-address-malformed'],
  [{ address: 'ftp://tep.danang.example/' }, 'target-address-malformed'],
  [{ kind: 'folder', address: 'thu-muc' }, 'target-address-malformed'],
  [{ address: 'https://n:a:b@c/@tep.danang.example/' }, 'target-address-malformed'],
  [{ kind: 'folder', address: 'https://a:b@tep.danang.example/' }, 'target-address-malformed'],
  [{ proxy: 'http://a:b@proxy.example:3128' }, 'target-address-malformed'],
  [{ proxy: 'a:b@proxy.example:3128' }, 'target-address-malformed'],
  [{ authority: 'BEGIN' }, 'authority-malformed'],
  [{ id: 'x' }, 'target-unknown'],
] as const)('%j is refused', (change, code) => {
  const { context } = openTestWorkspace(makeTemporaryFolder());
  const refused = saveTarget(context, { ...server, ...change });
  expect(codesOf(refused)).toEqual([code]);
  expect(JSON.stringify(refused)).not.toContain('a:b');
});

test('a place is known by its address, and is in the list once', () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  const { address, userName } = server;
  const first = valueOf(findOrAddTarget(context, { address, userName, authority: null }));
  expect(valueOf(findOrAddTarget(context, { address: `${address}/`, userName, authority: null }))).toEqual(
    first,
  );
  const refused = saveTarget(context, { ...server, password: 'của ai đó' });
  expect(codesOf(refused)).toEqual(['target-exists']);
  valueOf(findOrAddTarget(context, { address: '/media/usb', userName: '', authority: null }));
  const again = saveTarget(context, { id: null, kind: 'folder', name: 'USB', address: '/media/usb/' });
  expect(codesOf(again)).toEqual(['target-exists']);
  expect(valueOf(listTargets(context)).map(({ kind }) => kind)).toEqual(['folder', 'webdav']);
  // A place that was refused leaves no password behind.
  expect(existsSync(path.join(folder, 'keys', 'targets.json'))).toBe(false);
});
