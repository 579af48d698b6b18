import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openEvidenceStore } from '#backend/files/evidenceStore.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { readEvidenceRequest } from '../evidenceFiles.ts';
import { screensOrigin } from './address.ts';
import { answerEvidence } from './evidenceDoor.ts';

const content = '%PDF-1.7 Quyết định';
const sha256 = createHash('sha256').update(content).digest('hex');
const upload = { method: 'POST', body: content, headers: { 'content-type': 'application/octet-stream' } };

function openDoor() {
  const store = openEvidenceStore(makeTemporaryFolder(), 1000);
  const backend = { storeEvidence: store.addBytes, findEvidence: store.find };
  return (target: string, init: RequestInit = {}) => {
    const asked = readEvidenceRequest(target);
    if (asked === null) throw new Error(`${target} is no address of evidence`);
    return answerEvidence(backend, asked, new Request(`${screensOrigin}${target}`, init));
  };
}

test('a file sent from the screens can be shown again', async () => {
  const ask = openDoor();
  const stored = await ask(`/files/evidence?name=${encodeURIComponent('Quyết định.pdf')}`, upload);
  const file = { sha256, name: 'Quyết định.pdf', size: Buffer.byteLength(content) };
  expect(await stored.json()).toEqual({ ok: true, value: file });
  const shown = await ask(`/files/evidence/${sha256}`);
  expect(await shown.text()).toBe(content);
  expect(shown.headers.get('content-type')).toBe('application/pdf');
  expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox;/u);
});

test('an empty file arrives empty', async () => {
  const stored = await openDoor()('/files/evidence?name=a', { ...upload, body: null });
  expect(await stored.json()).toMatchObject({ ok: true, value: { size: 0 } });
});

test('a file above the limit is refused by name', async () => {
  const stored = await openDoor()('/files/evidence?name=a', { ...upload, body: 'a'.repeat(1001) });
  expect(await stored.json()).toMatchObject({ ok: false, errors: [{ code: 'file-too-large' }] });
});

test.each<[string, number, string, RequestInit]>([
  [
    'a sandboxed frame',
    403,
    '/files/evidence',
    { ...upload, headers: { ...upload.headers, origin: 'null' } },
  ],
  ['a sandboxed frame, to read', 403, `/files/evidence/${sha256}`, { headers: { origin: 'null' } }],
  ['a form', 415, '/files/evidence', { ...upload, headers: { 'content-type': 'text/plain' } }],
  ['another method', 405, '/files/evidence', { ...upload, method: 'PUT' }],
  ['another method to read', 405, `/files/evidence/${sha256}`, { method: 'DELETE' }],
  ['an absent file', 404, `/files/evidence/${'0'.repeat(64)}`, {}],
  ['a path', 404, '/files/evidence/..%2fthuoc-so.sqlite', {}],
])('%s gets no file: %i', async (_, status, target, init) => {
  const reply = await openDoor()(target, init);
  expect(reply.status).toBe(status);
  expect(await reply.json()).toMatchObject({ ok: false });
});
