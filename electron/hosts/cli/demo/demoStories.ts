import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { DemoFile } from './demoFile.ts';
import { addDays } from './demoClock.ts';
import type { DemoSubject } from './demoSubjects.ts';
import texts from './demoTexts.json' with { type: 'json' };
import { beginStory, type DemoStory } from './demoStory.ts';
import { takeDice, type Dice } from './dice.ts';

/** How the assessment of a unit comes about, and which files it sends. */
export type StoryKind = 'plain' | 'revised' | 'halves' | 'disagreeing' | 'late' | 'masked' | 'unfinished';

/** One round of units; the kinds that matter come early, so that a small demo has them all. */
const round: readonly StoryKind[] = [
  ...(['plain', 'revised', 'halves', 'disagreeing', 'late', 'masked', 'plain', 'unfinished'] as const),
  ...(['plain', 'plain', 'plain', 'plain', 'plain', 'revised', 'plain', 'plain', 'late'] as const),
  ...(['plain', 'plain', 'plain'] as const),
];

export function kindOfStory(index: number): StoryKind {
  return round[index % round.length] ?? 'plain';
}

/** Every file that the unit sends, oldest first. @param index of the subject in the demo */
export function tellStory(subject: DemoSubject, index: number, seed: string): readonly DemoFile[] {
  const kind = kindOfStory(index);
  const dice = takeDice(`${seed} ${String(index)} days`);
  const story = beginStory(subject, seed, drawDay(subject, kind, dice));
  switch (kind) {
    case 'plain':
    case 'late':
      return [tellPlain(story)];
    case 'masked':
      return [{ ...tellPlain(story), isMasked: true }];
    case 'revised':
      return tellRevised(story);
    case 'halves':
      return tellHalves(story);
    case 'disagreeing':
      return tellDisagreement(story);
    case 'unfinished':
      return [tellUnfinished(story)];
  }
}

/** Reports are due by the tenth of the period's last month (10 December for a year). */
function drawDay({ period }: DemoSubject, kind: StoryKind, dice: Dice): string {
  const due = `${period.lastDay.slice(0, 8)}10`;
  return kind === 'late' ? addDays(due, dice.between(4, 10)) : addDays(due, -dice.between(8, 20));
}

function tellPlain(story: DemoStory): DemoFile {
  const { staff, drawn } = story;
  const copy = story.begin();
  story.fill(copy, staff.first, drawn.answers);
  story.clock.sleep(1);
  return story.send(copy, staff.first, { signatures: story.sign(copy, []) });
}

function tellUnfinished(story: DemoStory): DemoFile {
  const copy = story.begin();
  story.fill(copy, story.staff.first, story.half('first'));
  return story.send(copy, story.staff.first);
}

/** Signed, recalled, some explanations added, signed again: two files. */
function tellRevised(story: DemoStory): readonly DemoFile[] {
  const { staff, drawn, clock, dice } = story;
  const copy = story.begin();
  story.fill(copy, staff.first, drawn.answers);
  clock.sleep(1);
  const signed = story.sign(copy, []);
  const sent = story.send(copy, staff.first, { signatures: signed });
  clock.sleep(2);
  const recalled = story.recall(signed);
  for (const [criterion] of drawn.answers.filter(() => dice.happens(0.1))) {
    const cell = { stage: 'self', criterionId: criterion.id, field: 'explanation' } as const;
    copy.write(staff.first.pen, cell, dice.pick(texts.corrections), clock.next());
  }
  clock.sleep(1);
  return [sent, story.send(copy, staff.first, { signatures: story.sign(copy, recalled) })];
}

/** Two officers fill a half each and exchange their copies; the first joins them and has them signed. */
function tellHalves(story: DemoStory): readonly DemoFile[] {
  const { staff, clock } = story;
  const { first, second, firstCopy, secondCopy } = fillHalves(story);
  const joined = firstCopy.copy();
  joined.takeIn(secondCopy);
  clock.sleep(1);
  const signatures = story.sign(joined, []);
  return [
    first(),
    second(),
    story.send(joined, staff.first, { signatures, introduces: [staff.second.key.publicKey] }),
  ];
}

/** Both officers also answer the same criteria, and differently; nobody has decided yet. */
function tellDisagreement(story: DemoStory): readonly DemoFile[] {
  const { staff, clock, drawn, dice } = story;
  const { first, second, firstCopy, secondCopy } = fillHalves(story);
  const start = dice.below(drawn.answers.length - 2);
  for (const [{ id }] of drawn.answers.slice(start, start + 2)) {
    const cell = { stage: 'self', criterionId: id, field: 'explanation' } as const;
    firstCopy.write(staff.first.pen, cell, texts.disagreement.first, clock.next());
    secondCopy.write(staff.second.pen, cell, texts.disagreement.second, clock.next());
  }
  for (const [{ id }, { value }] of story.half('first')) {
    const other = oneLess(value);
    if (other === null) continue;
    const cell = { stage: 'self', criterionId: id, field: 'value' } as const;
    secondCopy.write(staff.second.pen, cell, other, clock.next());
    break;
  }
  return [first(), second()];
}

/** A pair of figures as somebody counted who missed one. */
function oneLess(value: AnswerValue | null): AnswerValue | null {
  if (value === null || typeof value !== 'object' || !('numerator' in value)) return null;
  const numerator = Number(value.numerator) - 1;
  return numerator < 0 ? null : { ...value, numerator: String(numerator) };
}

function fillHalves(story: DemoStory) {
  const { staff } = story;
  const firstCopy = story.begin();
  const secondCopy = firstCopy.copy();
  story.fill(firstCopy, staff.first, story.half('first'));
  story.fill(secondCopy, staff.second, story.half('second'));
  return {
    firstCopy,
    secondCopy,
    first: () => story.send(firstCopy, staff.first, { introduces: [staff.second.key.publicKey] }),
    second: () => story.send(secondCopy, staff.second, { introduces: [staff.first.key.publicKey] }),
  };
}
