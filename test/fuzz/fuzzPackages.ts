import { sourceOfBytes } from '#backend/files/package/byteSource.ts';
import { openPackage, type VerifiedPackage } from '#backend/files/package/openPackage.ts';
import { recogniseStart } from '#backend/files/package/recogniseStart.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import type { Result } from '#shared/errors/result.ts';
import { makeRandom } from '../fault/seededRandom.ts';
import { readCorpus } from './corpus.ts';
import { faultOfAttached, faultOfOpened, faultOfRefusal, outcomeOf } from './judge.ts';
import { mutatePackage, type Mutant } from './mutatePackage.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** Stops after so many runs or so many milliseconds, whichever is first. */
  readonly runs: number;
  readonly milliseconds: number;
  /** Called now and then with a package that may be worth more than to be read. */
  readonly tryFurther?: (mutant: Mutant, run: number) => Promise<string | undefined>;
}

export interface FuzzReport {
  readonly runs: number;
  /** How often each outcome was seen: error codes, and `read`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** One line each, with what is needed to see it again. */
  readonly faults: readonly string[];
}

/**
 * Reads package after package of which something was spoilt. Each must be refused by a name of its own or say what
 * somebody signed; nothing may throw.
 */
export async function fuzzPackages(options: FuzzOptions): Promise<FuzzReport> {
  const corpus = await readCorpus();
  const random = makeRandom(options.seed);
  const end = performance.now() + options.milliseconds;
  const outcomes: Record<string, number> = {};
  const faults: string[] = [];
  let run = 0;
  while (run < options.runs && performance.now() < end && faults.length < 20) {
    const mutant = mutatePackage(corpus, random);
    const { outcome, fault } = await judge(mutant, () => options.tryFurther?.(mutant, run));
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (fault !== undefined)
      faults.push(`seed ${String(options.seed)} run ${String(run)}: ${mutant.mutation}: ${fault}`);
    run += 1;
  }
  return { runs: run, outcomes, faults };
}

async function judge(
  mutant: Mutant,
  tryFurther: () => Promise<string | undefined> | undefined,
): Promise<{ readonly outcome: string; readonly fault: string | undefined }> {
  try {
    const opened = await open(mutant.bytes);
    const fault = opened.ok
      ? (faultOfOpened(opened.value, mutant.meant) ?? faultOfAttached(opened.value, mutant.bytes))
      : faultOfRefusal(opened);
    return { outcome: outcomeOf(opened), fault: fault ?? (await tryFurther()) };
  } catch (error) {
    const thrown =
      error instanceof Error ? (error.stack ?? error.message).split('\n', 4).join(' ') : String(error);
    return { outcome: 'thrown', fault: thrown };
  }
}

async function open(bytes: Buffer): Promise<Result<VerifiedPackage>> {
  const source = sourceOfBytes(bytes);
  const start = recogniseStart(source);
  if (!start.ok) return start;
  if (start.value === 'encrypted') return { ok: false, errors: [{ code: 'not-a-recipient', params: {} }] };
  return openPackage(source, packageLimits);
}
