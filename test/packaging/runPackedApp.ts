import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin, registerHooks } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

// Runs in a process of its own: starts the packed app's main file, then works as its screens would. Prints what it saw.
const standIn = pathToFileURL(path.join(import.meta.dirname, 'standInElectron.ts')).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
});
const appFolder = process.env['PACKED_APP'] ?? '';
const { handed, app } = (await import(standIn)) as typeof import('./standInElectron.ts');
await import(pathToFileURL(path.join(appFolder, 'out', 'main', 'main.js')).href);
for (let tries = 0; handed.window === undefined && tries < 200; tries += 1) {
  assert.deepEqual(handed.errors, []);
  await wait(100);
}
const { listener, serve, window } = handed;
assert(listener && serve && window);

/** A call as the preload passes it on. */
async function call(name: string, input: unknown): Promise<Record<string, unknown>> {
  const frame = { url: 'app://thuoc-so/', parent: null };
  const event = { senderFrame: frame } as Parameters<NonNullable<typeof listener>>[0];
  const reply = (await listener?.(event, name, input)) as { ok: boolean; value: Record<string, unknown> };
  assert(reply.ok, `${name}: ${JSON.stringify(reply)}`);
  return reply.value;
}

const { version } = await call('app.status', {});
const { id } = await call('assessments.create', {
  unitCode: '20242',
  period: '2026',
  setId: 'da-nang-phuong-xa',
  setVersion: '1.0.0',
});
const edits = [{ criterionId: 'px-001', field: 'explanation', value: 'Đã triển khai' }];
await call('answers.record', { assessmentId: id, edits });
const sizes: Record<string, number> = {};
for (const format of ['pdf', 'docx']) {
  const card = await call('scorecard.create', { assessmentId: id, language: 'vi', format });
  sizes[format] = Buffer.from(String(card['base64']), 'base64').length;
}
const exported = await call('packages.export', {
  assessmentId: id,
  masked: false,
  evidenceFiles: true,
  passphrase: 'mật khẩu dài để thử',
  recipients: [],
});
// Libraries that only some work needs would be missed on the day of that work.
const mainFolder = path.join(appFolder, 'out', 'main');
const libraries = new Set(
  readdirSync(mainFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => librariesOf(readFileSync(path.join(mainFolder, name), 'utf8'))),
);
const requireInApp = createRequire(path.join(mainFolder, 'main.js'));
for (const name of libraries) await import(pathToFileURL(requireInApp.resolve(name)).href);
const page = await serve(new Request('app://thuoc-so/'));
const outside = await serve(new Request('app://thuoc-so/%2e%2e/%2e%2e/package.json'));
const download = await serve(new Request(`app://thuoc-so/files/packages/${String(exported['downloadId'])}`));
process.stdout.write(
  JSON.stringify({
    version,
    libraries: [...libraries].toSorted(),
    sizes,
    page: [page.status, (await page.text()).includes('<div id="root">')],
    outside: outside.status,
    encrypted: Buffer.from(await download.arrayBuffer()).toString('latin1', 0, 22),
    preload: path.relative(appFolder, window.webPreferences?.preload ?? ''),
  }),
);
app.quit();
process.exit(0);

/** The bare names in the imports of a built file. */
function librariesOf(script: string): readonly string[] {
  const imports = script.matchAll(/(?:^import (?:.* from )?|\bimport\()["']([@a-z][\w@./-]*)["']/gmu);
  return [...imports].map(([, name = '']) => name).filter((name) => name !== 'electron' && !isBuiltin(name));
}
