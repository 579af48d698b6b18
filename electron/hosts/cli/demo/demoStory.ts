import type { Answer } from '#shared/domain/assessment/answer.ts';
import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import type { Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { addDays, startClock, type DemoClock } from './demoClock.ts';
import type { SignatureEntry } from '#shared/format/package/newest.ts';
import { digestOfCopy, type DemoFile } from './demoFile.ts';
import { employ, type Officer, type Staff } from './demoPeople.ts';
import { nameOfUnit, type DemoSubject } from './demoSubjects.ts';
import texts from './demoTexts.json' with { type: 'json' };
import { takeDice, uuidOf, type Dice } from './dice.ts';
import { drawAnswers, type DrawnAnswers } from './drawAnswers.ts';
import { startCopy, type WorkingCopy } from './workingCopy.ts';

/** The tools with which the story of one assessment is told. */
export interface DemoStory {
  readonly dice: Dice;
  readonly clock: DemoClock;
  readonly staff: Staff;
  readonly drawn: DrawnAnswers;
  /** The criteria of one officer's half in printed order. */
  readonly half: (which: 'first' | 'second') => DrawnAnswers['answers'];
  /** A new copy in which the head of the form stands. */
  readonly begin: () => WorkingCopy;
  /** Enters answers group by group, one in a day. */
  readonly fill: (copy: WorkingCopy, officer: Officer, answers: DrawnAnswers['answers']) => void;
  /** Signs what stands in a copy as the next revision. */
  readonly sign: (copy: WorkingCopy, earlier: readonly SignatureEntry[]) => readonly SignatureEntry[];
  readonly recall: (signatures: readonly SignatureEntry[]) => readonly SignatureEntry[];
  readonly send: (copy: WorkingCopy, sender: Officer, more?: Partial<DemoFile>) => DemoFile;
}

/** @param sentOn the day on which the form is complete */
export function beginStory(subject: DemoSubject, seed: string, sentOn: CalendarDate): DemoStory {
  const name = `${seed} ${nameOfUnit(subject.version)} ${subject.period.code} ${subject.set.id}`;
  const dice = takeDice(`${name} story`);
  const staff = employ(subject, seed);
  const firstDay = addDays(sentOn, -subject.set.groups.length - 1);
  const clock = startClock(firstDay, dice);
  const drawn = drawAnswers(subject, firstDay, takeDice(`${name} answers`));
  const groupOf = (criterion: Criterion) =>
    subject.set.groups.findIndex(({ criteria }) => criteria.includes(criterion));
  return {
    dice,
    clock,
    staff,
    drawn,
    half: (which) =>
      drawn.answers.filter(([criterion]) => (groupOf(criterion) % 2 === 0) === (which === 'first')),
    begin: () => beginCopy(staff, clock),
    fill: (copy, officer, answers) => {
      let group = -1;
      for (const [criterion, answer] of answers) {
        if (groupOf(criterion) !== group) clock.sleep(1);
        group = groupOf(criterion);
        writeAnswer(copy, officer, clock, criterion, answer);
      }
    },
    sign: (copy, earlier) => [
      ...earlier,
      {
        ...staff.chairman,
        id: uuidOf(`${name} signature ${String(earlier.length + 1)}`),
        revision: earlier.length + 1,
        date: clock.today(),
        signedAt: clock.next(),
        digest: digestOfCopy(subject, copy),
        seen: seenBy(copy),
        recall: null,
      },
    ],
    recall: (signatures) => {
      const recall = { reason: texts.recallReason, recalledAt: clock.next() };
      return signatures.map((signature) =>
        signature.recall === null ? { ...signature, recall } : signature,
      );
    },
    send: (copy, sender, more = {}) => ({
      subject,
      sender,
      introduces: [],
      changes: [...copy.changes()],
      signatures: [],
      contentDigest: more.signatures?.at(-1)?.digest ?? digestOfCopy(subject, copy),
      isMasked: false,
      createdAt: clock.next(),
      attachments: attachmentsOf(drawn, copy),
      ...more,
    }),
  };
}

function beginCopy({ first, header }: Staff, clock: DemoClock): WorkingCopy {
  const copy = startCopy();
  for (const [field, value] of Object.entries(header)) {
    copy.write(first.pen, { stage: 'self', criterionId: headerCells, field }, value, clock.next());
  }
  return copy;
}

/** Of several documents the first is entered before the others, as it happens at a desk. */
function writeAnswer(
  copy: WorkingCopy,
  { pen }: Officer,
  clock: DemoClock,
  { id }: Criterion,
  { value, evidence, explanation, notApplicable }: Answer,
): void {
  const write = (field: string, content: unknown) =>
    copy.write(pen, { stage: 'self', criterionId: id, field }, content, clock.next());
  if (notApplicable !== '') write('notApplicable', notApplicable);
  if (value !== null) write('value', value);
  if (evidence.length > 1) write('evidence', evidence.slice(0, 1));
  if (evidence.length > 0) write('evidence', evidence);
  if (explanation !== '') write('explanation', explanation);
}

function seenBy(copy: WorkingCopy): Readonly<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (const { dot } of copy.changes()) seen[dot[0]] = Math.max(seen[dot[0]] ?? 0, dot[1]);
  return seen;
}

function attachmentsOf({ attachments }: DrawnAnswers, copy: WorkingCopy): DemoFile['attachments'] {
  const standing = copy.standing().filter(({ field }) => field === 'evidence');
  return attachments.filter(({ file }) => standing.some(({ valueText }) => valueText.includes(file.sha256)));
}
