import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';
import { makeFakeProtection } from '../../../../test/helpers/fakeProtection.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { isRecipient } from './ageKeys.ts';
import { fingerprintWords } from './fingerprintWords.ts';
import { openKeyring } from './keyring.ts';
import { makeSigningKey, verifySignature } from './signatures.ts';
import { areWordsOfKey, wordsOfKey } from './words.ts';

const message = Buffer.from('tờ khai');

test('the keys of a data folder are made once, readable by their owner alone', () => {
  const folder = makeTemporaryFolder();
  const made = valueOf(openKeyring(folder, null));
  const again = valueOf(openKeyring(folder, null));
  expect(again.publicKey).toBe(made.publicKey);
  expect([again.recipient, again.identity]).toEqual([made.recipient, made.identity]);
  expect(verifySignature(made.publicKey, message, again.sign(message))).toBe(true);
  expect(statSync(path.join(folder, 'keys', 'installation.json')).mode & 0o777).toBe(0o600);
  expect(valueOf(openKeyring(makeTemporaryFolder(), null)).publicKey).not.toBe(made.publicKey);
});

test('the recipient is what age makes of the identity', async () => {
  const { identity, recipient } = valueOf(openKeyring(makeTemporaryFolder(), null));
  expect(await identityToRecipient(identity)).toBe(recipient);
  const another = await identityToRecipient(await generateX25519Identity());
  expect([isRecipient(recipient), isRecipient(another)]).toEqual([true, true]);
  const last = recipient.at(-1) === 'q' ? 'p' : 'q';
  for (const wrong of [
    `${recipient.slice(0, -1)}${last}`,
    recipient.slice(0, -1),
    recipient.toUpperCase(),
    'age1',
    '',
  ])
    expect(isRecipient(wrong)).toBe(false);
});

test('a damaged key file is set aside once, said so, and gives way to a new key', () => {
  const folder = makeTemporaryFolder();
  const before = valueOf(openKeyring(folder, null)).publicKey;
  const file = path.join(folder, 'keys', 'installation.json');
  const content = readFileSync(file, 'utf8');
  writeFileSync(file, content.replace(/"publicKey": "..../u, '"publicKey": "AAAA'));
  expect(openKeyring(folder, null)).toEqual({
    ok: false,
    errors: [{ code: 'signing-key-unreadable', params: { file: 'installation.json.unreadable-1' } }],
  });
  expect(valueOf(openKeyring(folder, null)).publicKey).not.toBe(before);
  writeFileSync(file, '');
  expect(codesOf(openKeyring(folder, null))).toEqual(['signing-key-unreadable']);
  expect(readdirSync(path.join(folder, 'keys')).toSorted()).toEqual([
    'installation.json.unreadable-1',
    'installation.json.unreadable-2',
  ]);
});

test('with a protection no secret lies readable on the disk, and another machine cannot reveal it', () => {
  const folder = makeTemporaryFolder();
  const here = makeFakeProtection('this machine');
  const made = valueOf(openKeyring(folder, here));
  expect(valueOf(openKeyring(folder, here)).publicKey).toBe(made.publicKey);
  expect(readdirSync(path.join(folder, 'keys'))).toEqual(['installation-protected.json']);
  const text = readFileSync(path.join(folder, 'keys', 'installation-protected.json'), 'utf8');
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    'format',
    'version',
    'publicKey',
    'recipient',
    'secrets',
  ]);
  expect(text).toContain(made.publicKey);
  expect(codesOf(openKeyring(folder, makeFakeProtection('another machine')))).toEqual([
    'signing-key-unreadable',
  ]);
  expect(valueOf(openKeyring(folder, makeFakeProtection('another machine'))).publicKey).not.toBe(
    made.publicKey,
  );
});

test('the desktop takes the key of the other hosts under its protection and stays the same signer', () => {
  const folder = makeTemporaryFolder();
  const plain = valueOf(openKeyring(folder, null));
  const guarded = valueOf(openKeyring(folder, makeFakeProtection('this machine')));
  expect([guarded.publicKey, guarded.identity]).toEqual([plain.publicKey, plain.identity]);
  expect(readdirSync(path.join(folder, 'keys'))).toEqual(['installation-protected.json']);
});

test('a host that cannot reveal the protected key has one of its own, and each knows the other', () => {
  const folder = makeTemporaryFolder();
  const guarded = valueOf(openKeyring(folder, makeFakeProtection('this machine')));
  const plain = valueOf(openKeyring(folder, null));
  expect(plain.publicKey).not.toBe(guarded.publicKey);
  expect(plain.siblings).toEqual([guarded.publicKey]);
  expect(valueOf(openKeyring(folder, makeFakeProtection('this machine'))).siblings).toEqual([
    plain.publicKey,
  ]);
});

test('a signature holds for its bytes and its key only', () => {
  const key = makeSigningKey(Buffer.alloc(32, 7));
  const other = makeSigningKey(Buffer.alloc(32, 8));
  const signature = key.sign(message);
  expect(verifySignature(key.publicKey, message, signature)).toBe(true);
  expect(verifySignature(other.publicKey, message, signature)).toBe(false);
  expect(verifySignature(key.publicKey, Buffer.from('tờ khác'), signature)).toBe(false);
  expect(verifySignature(key.publicKey, message, signature.subarray(1))).toBe(false);
  expect(verifySignature(key.publicKey.replace(/=$/u, ''), message, signature)).toBe(false);
  expect(verifySignature(Buffer.alloc(32, 255).toString('base64'), message, signature)).toBe(false);
  expect(verifySignature('', message, signature)).toBe(false);
});

test('the 256 words differ without diacritics too', () => {
  expect(fingerprintWords).toHaveLength(256);
  expect(new Set(fingerprintWords.map(normaliseName)).size).toBe(256);
  expect(
    fingerprintWords.filter((word) => word !== word.normalize('NFC') || !/^\p{Ll}{2,7}$/u.test(word)),
  ).toEqual([]);
});

test('the words of a key stay the same for ever and may be typed without diacritics', () => {
  const { publicKey } = makeSigningKey(Buffer.alloc(32, 7));
  const words = wordsOfKey(publicKey);
  expect(words.join(' ')).toMatchInlineSnapshot(`"lược kiến nghe sao kính ngày thư rộng"`);
  expect(areWordsOfKey(normaliseName(words.join(' ')).toUpperCase(), publicKey)).toBe(true);
  expect(areWordsOfKey(words.slice(1).join(' '), publicKey)).toBe(false);
});
