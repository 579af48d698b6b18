import { createHash } from 'node:crypto';
import { makeSigningKey } from '#backend/files/keys/signatures.ts';
import { toPackage } from './demoPackage.ts';
import { employ } from './demoPeople.ts';
import { kindOfStory, tellStory } from './demoStories.ts';
import type { DemoSubject } from './demoSubjects.ts';
import type { HostileBase } from './hostile/hostileFile.ts';

/** A good signed file of the first unit that sends just one, and a neighbour who sends files too. */
export function makeHostileBase(subjects: readonly DemoSubject[], seed: string): HostileBase {
  const index = subjects.findIndex((_subject, place) => kindOfStory(place) === 'plain');
  const subject = subjects[index];
  const [file] = subject ? tellStory(subject, index, seed) : [];
  if (!subject || !file) throw new Error('A demo has at least one unit');
  const { manifest, document } = toPackage(file);
  const neighbour = subjects.find(({ version }) => version.unit.code !== subject.version.unit.code);
  const { unit, list } = neighbour?.version ?? subject.version;
  return {
    // So that nothing but what is meant is wrong with them.
    manifest: { ...manifest, subject: { ...manifest.subject, evidenceFiles: 'omitted' } },
    document,
    key: file.sender.key,
    strangersKey: makeSigningKey(createHash('sha256').update(`${seed} stranger`).digest()),
    neighbour: {
      unit: { code: unit.code, validFrom: list.validFrom, name: unit.name },
      key: employ(neighbour ?? subject, seed).first.key,
    },
  };
}
