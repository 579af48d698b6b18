// `node test/samples/main.ts` writes the samples of the newest version of the package that are not there yet, and what
// each of them says. Samples that are there are kept for ever: files of every version must stay readable.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPackage } from '#backend/files/package/readPackage.ts';
import { writePackage } from '#backend/files/package/writePackage.ts';
import { newestVersion } from '#shared/format/package/versions.ts';
import { makeEvidence } from '../helpers/samplePackage.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { bundleSample, listAssessmentSamples, listOtherSamples, type Sample } from './contents.ts';
import { describeSample, sampleUnlock } from './describeSample.ts';

const folder = path.resolve(import.meta.dirname, `../fixtures/files/v${String(newestVersion)}`);

async function keepSample(sample: Sample): Promise<string> {
  const target = path.join(folder, `${sample.name}.thuocso`);
  if (!existsSync(target)) {
    valueOf(await writePackage({ ...sample, target, unlock: sampleUnlock }));
  }
  const said = `${target.replace(/\.thuocso$/u, '')}.json`;
  if (!existsSync(said)) writeFileSync(said, `${JSON.stringify(await describeSample(target), null, 2)}\n`);
  return target;
}

mkdirSync(folder, { recursive: true });
const temporary = mkdtempSync(path.join(tmpdir(), 'thuoc-so-samples-'));
try {
  const evidence = [
    makeEvidence(temporary, 'decision.pdf', Buffer.from('%PDF-1.7\n% Quyết định mẫu\n%%EOF\n')),
    makeEvidence(temporary, 'photo.txt', Buffer.from('Ảnh chụp màn hình mẫu\n')),
  ];
  const [whole] = await Promise.all(listAssessmentSamples(evidence).map(keepSample));
  const read = valueOf(await readPackage(whole ?? '', { unlock: sampleUnlock, keepEvidence: null }));
  const others = listOtherSamples({ sha256: read.fileSha256, manifestSha256: read.manifestSha256 });
  for (const sample of others) await keepSample(sample);
  const packages = ['assessment', 'review'].map((name) => {
    const file = path.join(folder, `${name}.thuocso`);
    return { ...makeEvidence(temporary, name, readFileSync(file)), name };
  });
  await keepSample(bundleSample(packages));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
