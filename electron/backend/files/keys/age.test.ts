import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { decryptFile, encryptFile, isAgeFile, type Encryption, type Unlock } from './age.ts';
import { openKeyring } from './keyring.ts';

const passphrase = 'mật khẩu của phường';
const limit = 1024 * 1024 * 1024;

function makeCase(content: Uint8Array = randomBytes(200_000)) {
  const folder = makeTemporaryFolder();
  const place = (name: string) => path.join(folder, name);
  writeFileSync(place('plain'), content);
  return { folder, place, content, keyring: valueOf(openKeyring(folder, null)) };
}

const locked: Unlock = { passphrase: null, identities: [] };

test('what is encrypted for a recipient opens with its identity and with no other', async () => {
  const { place, content, keyring } = makeCase();
  const stranger = valueOf(openKeyring(makeTemporaryFolder(), null));
  valueOf(
    await encryptFile(place('plain'), place('sealed'), {
      kind: 'recipients',
      recipients: [keyring.recipient],
    }),
  );
  expect(isAgeFile(readFileSync(place('sealed')))).toBe(true);
  valueOf(
    await decryptFile(
      place('sealed'),
      place('open'),
      { passphrase: 'x', identities: [keyring.identity] },
      limit,
    ),
  );
  expect(readFileSync(place('open')).equals(content)).toBe(true);
  const tried = await decryptFile(
    place('sealed'),
    place('tried'),
    { ...locked, identities: [stranger.identity] },
    limit,
  );
  expect(codesOf(tried)).toEqual(['not-a-recipient']);
});

test('what is encrypted with a passphrase asks for it, refuses another and takes it in either Unicode form', async () => {
  const { place, content, keyring } = makeCase();
  valueOf(await encryptFile(place('plain'), place('sealed'), { kind: 'passphrase', passphrase }));
  const open = (given: string | null, target: string) =>
    decryptFile(place('sealed'), place(target), { passphrase: given, identities: [keyring.identity] }, limit);
  expect(codesOf(await open(null, 'a'))).toEqual(['passphrase-needed']);
  expect(codesOf(await open('mật khẩu khác', 'b'))).toEqual(['passphrase-wrong']);
  valueOf(await open(passphrase.normalize('NFD'), 'c'));
  expect(readFileSync(place('c')).equals(content)).toBe(true);
});

test.each<[string, Encryption, string]>([
  ['an empty passphrase', { kind: 'passphrase', passphrase: '' }, 'passphrase-missing'],
  ['no recipient', { kind: 'recipients', recipients: [] }, 'recipient-malformed'],
  ['a mistyped recipient', { kind: 'recipients', recipients: ['age1xyz'] }, 'recipient-malformed'],
])('%s is refused before anything is written', async (_, encryption, code) => {
  const { place } = makeCase();
  expect(codesOf(await encryptFile(place('plain'), place('sealed'), encryption))).toEqual([code]);
  expect(() => readFileSync(place('sealed'))).toThrow('ENOENT');
});

test('a damaged, cut off or hostile encrypted file is refused by name', async () => {
  const { place, keyring } = makeCase();
  valueOf(
    await encryptFile(place('plain'), place('sealed'), {
      kind: 'recipients',
      recipients: [keyring.recipient],
    }),
  );
  const sealed = readFileSync(place('sealed'));
  const flipped = Buffer.from(sealed);
  flipped[sealed.length >> 1] = (flipped[sealed.length >> 1] ?? 0) ^ 1;
  const scrypt = (workFactor: string) =>
    Buffer.from(
      `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} ${workFactor}\n${'A'.repeat(43)}\n--- AAAA\n`,
    );
  const cases: readonly (readonly [Uint8Array, string])[] = [
    [flipped, 'package-damaged'],
    [sealed.subarray(0, -1), 'package-damaged'],
    [sealed.subarray(0, 70_000), 'package-damaged'],
    [sealed.subarray(0, 150), 'package-damaged'],
    [sealed.subarray(0, 21), 'package-damaged'],
    [Buffer.concat([sealed, Buffer.alloc(1)]), 'package-damaged'],
    [Buffer.from(`age-encryption.org/v1\n-> X25519 ${'A'.repeat(200_000)}`), 'package-damaged'],
    [scrypt('30'), 'encryption-unsupported'],
    [scrypt('x'), 'encryption-unsupported'],
    [Buffer.from('age-encryption.org/v9\n--- AAAA\n'), 'package-damaged'],
  ];
  const seen = await Promise.all(
    cases.map(async ([bytes], number) => {
      writeFileSync(place(`case-${String(number)}`), bytes);
      const unlock = { passphrase: 'x', identities: [keyring.identity] };
      return codesOf(
        await decryptFile(place(`case-${String(number)}`), place(`out-${String(number)}`), unlock, limit),
      );
    }),
  );
  expect(seen).toEqual(cases.map(([, code]) => [code]));
});

test('no more comes out than is allowed', async () => {
  const { place, keyring } = makeCase();
  valueOf(
    await encryptFile(place('plain'), place('sealed'), {
      kind: 'recipients',
      recipients: [keyring.recipient],
    }),
  );
  const tried = await decryptFile(
    place('sealed'),
    place('out'),
    { ...locked, identities: [keyring.identity] },
    100_000,
  );
  expect(codesOf(tried)).toEqual(['package-too-large']);
});

test('the age program opens what we encrypt for a recipient, and we open what it encrypts for us', async () => {
  const { place, content, keyring } = makeCase();
  const keyFile = place('key.txt');
  run('age-keygen', ['-o', keyFile]);
  const theirs = run('age-keygen', ['-y', keyFile]).trim();
  valueOf(
    await encryptFile(place('plain'), place('ours.age'), {
      kind: 'recipients',
      recipients: [keyring.recipient, theirs],
    }),
  );
  run('age', ['-d', '-i', keyFile, '-o', place('opened'), place('ours.age')]);
  expect(readFileSync(place('opened')).equals(content)).toBe(true);
  run('age', ['-r', keyring.recipient, '-r', theirs, '-o', place('theirs.age'), place('plain')]);
  valueOf(
    await decryptFile(
      place('theirs.age'),
      place('back'),
      { ...locked, identities: [keyring.identity] },
      limit,
    ),
  );
  expect(readFileSync(place('back')).equals(content)).toBe(true);
});

test('the age program and ours open each other’s files by passphrase', async () => {
  const { place, content } = makeCase();
  const secret = 'ba cay chuoi';
  valueOf(await encryptFile(place('plain'), place('ours.age'), { kind: 'passphrase', passphrase: secret }));
  runOnTerminal(`age -d -o '${place('opened')}' '${place('ours.age')}'`, [secret]);
  expect(readFileSync(place('opened')).equals(content)).toBe(true);
  runOnTerminal(`age -p -o '${place('theirs.age')}' '${place('plain')}'`, [secret, secret]);
  valueOf(
    await decryptFile(place('theirs.age'), place('back'), { passphrase: secret, identities: [] }, limit),
  );
  expect(digest(readFileSync(place('back')))).toBe(digest(content));
});

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function run(program: string, args: readonly string[]): string {
  const ran = spawnSync(program, args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${program}: ${ran.error?.message ?? ran.stderr}`);
  return ran.stdout;
}

/** age reads passphrases from a terminal only; `script` (of util-linux, on every Debian) gives it one. */
function runOnTerminal(command: string, lines: readonly string[]): void {
  const typing = lines.map((line) => `sleep 0.5; printf '%s\\n' '${line}'`).join('; ');
  run('sh', ['-c', `(${typing}; sleep 0.5) | script -qec "${command}" /dev/null`]);
}
