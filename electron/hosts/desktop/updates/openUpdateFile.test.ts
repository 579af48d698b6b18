import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSigningKey } from '#backend/files/keys/signatures.ts';
import { writeUpdateFile, type UpdateDraft } from '../../../../scripts/updates/writeUpdateFile.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { openUpdateFile } from './openUpdateFile.ts';
import { compareVersions } from './updateManifest.ts';

const key = makeSigningKey(new Uint8Array(32).fill(7));
const frame = {
  kind: 'windows-setup',
  arch: 'x64',
  appVersion: '0.1.0',
  releaseKeys: [key.publicKey],
} as const;
const content = Buffer.from('MZ installer '.repeat(5000));

async function signedFile(given: Partial<UpdateDraft> = {}, signer = key) {
  const folder = makeTemporaryFolder();
  const payload = path.join(folder, 'setup.exe');
  writeFileSync(payload, content);
  const file = path.join(folder, 'bản mới.thuocso-update');
  const draft = {
    appVersion: '0.2.0',
    kind: 'windows-setup',
    arch: 'x64',
    madeAt: '2026-12-01T02:00:00.000Z',
    notes: 'Sửa lỗi in.',
    ...given,
  } as const;
  await writeUpdateFile(file, payload, draft, signer);
  return { file, target: path.join(folder, 'out') };
}

async function codeOf({ file, target }: { file: string; target: string }, given: object = {}) {
  const opened = await openUpdateFile(file, { ...frame, ...given }, () => target);
  return opened.ok ? opened.value.appVersion : opened.errors[0]?.code;
}

test('a signed file for this machine is read, and its payload comes out whole', async () => {
  const signed = await signedFile();
  expect(await codeOf(signed)).toBe('0.2.0');
  expect(readFileSync(signed.target).equals(content)).toBe(true);
});

test('any of several release keys may have signed, so that a key can be followed by another', async () => {
  const old = makeSigningKey(new Uint8Array(32).fill(1)).publicKey;
  expect(await codeOf(await signedFile(), { releaseKeys: [old, key.publicKey] })).toBe('0.2.0');
});

test('each way in which a file does not fit has its own refusal', async () => {
  const stranger = makeSigningKey(new Uint8Array(32).fill(9));
  expect(await codeOf(await signedFile({}, stranger))).toBe('update-signature-wrong');
  expect(await codeOf(await signedFile(), { releaseKeys: [] })).toBe('update-signature-wrong');
  expect(await codeOf(await signedFile({ appVersion: '0.1.0' }))).toBe('update-not-newer');
  expect(await codeOf(await signedFile({ appVersion: '0.0.9' }))).toBe('update-not-newer');
  expect(await codeOf(await signedFile({ kind: 'linux-appimage' }))).toBe('update-other-platform');
  expect(await codeOf(await signedFile({ arch: 'arm64' }))).toBe('update-other-platform');
});

test('a file cut off anywhere is refused by name, and what is no update file too', async () => {
  const { file, target } = await signedFile();
  const whole = readFileSync(file);
  for (const part of [0.99, 0.5, 0.01]) {
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length * part)));
    expect(await codeOf({ file, target }), String(part)).toBe('update-cut-off');
  }
  for (const other of ['', 'PK', 'not an update '.repeat(10)]) {
    writeFileSync(file, other);
    expect(await codeOf({ file, target })).toBe('update-not-ours');
  }
});

test('one changed byte anywhere in the file is never installed as the signed payload', async () => {
  const { file, target } = await signedFile();
  const whole = readFileSync(file);
  const places = Array.from({ length: 120 }, (_, index) => Math.floor((index * whole.length) / 120));
  const ends = Array.from({ length: 200 }, (_, index) => whole.length - 1 - index);
  for (const place of [...places, ...ends]) {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    writeFileSync(file, changed);
    const code = await codeOf({ file, target });
    // Times and attributes of a zip's entries are nobody's content.
    if (code === '0.2.0') expect(readFileSync(target).equals(content), String(place)).toBe(true);
    else expect(code).toMatch(/^update-(?:cut-off|damaged|not-ours|signature-wrong)$/u);
  }
});

test('versions are compared number by number', () => {
  expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
  expect(compareVersions('1.2.3', '1.3.0')).toBeLessThan(0);
});
