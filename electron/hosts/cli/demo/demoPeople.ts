import { createHash } from 'node:crypto';
import { makeSigningKey, type SigningKey } from '#backend/files/keys/signatures.ts';
import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { nameOfUnit, type DemoSubject } from './demoSubjects.ts';
import texts from './demoTexts.json' with { type: 'json' };
import { takeDice, uuidOf, type Dice } from './dice.ts';
import { fillIn, inSentence } from './fillIn.ts';
import type { Pen } from './workingCopy.ts';

/** An officer with the installation that he or she works on. */
export interface Officer {
  readonly pen: Pen;
  /** Good for a demo and for nothing else: whoever knows the seed can sign with it. */
  readonly key: SigningKey;
}

/** Who works for one unit; the same people and keys in all its assessments. */
export interface Staff {
  readonly first: Officer;
  readonly second: Officer;
  readonly chairman: { readonly name: string; readonly title: string; readonly place: string };
  readonly header: AssessmentHeader;
}

// Enough numbers for the edits of one assessment; those of the next follow.
const editsOfAssessment = 10_000;

export function employ(subject: DemoSubject, seed: string): Staff {
  const { unit } = subject.version;
  const home = `${seed} ${nameOfUnit(subject.version)}`;
  const dice = takeDice(`${home} people`);
  const officerOf = (desk: string): Officer => {
    let counter = subject.ordinal * editsOfAssessment;
    const author = drawName(dice);
    const pen = { replicaId: uuidOf(`${home} replica ${desk}`), author, count: () => (counter += 1) };
    return { pen, key: deriveKey(`${home} key ${desk}`) };
  };
  const first = officerOf('first');
  const inside = inSentence(unit.name);
  return {
    first,
    second: officerOf('second'),
    chairman: {
      name: drawName(dice),
      title: fillIn(texts.chairman, { unit: inside }),
      place: unit.name.split(' ').slice(1).join(' '),
    },
    header: drawHeader(dice, inside, first.pen.author),
  };
}

function deriveKey(text: string): SigningKey {
  return makeSigningKey(createHash('sha256').update(text).digest());
}

function drawName(dice: Dice): string {
  return [dice.pick(texts.familyNames), dice.pick(texts.middleNames), dice.pick(texts.givenNames)].join(' ');
}

function drawHeader(dice: Dice, unit: string, contactName: string): AssessmentHeader {
  const extension = String(dice.between(0, 9999)).padStart(4, '0');
  return {
    address: fillIn(texts.address, {
      house: String(dice.between(1, 300)),
      street: dice.pick(texts.streets),
      unit,
    }),
    staffCount: String(dice.between(35, 110)),
    businessCount: String(dice.between(60, 2500)),
    population: String(dice.between(6000, 90_000)),
    contactName,
    contactPosition: dice.pick(texts.officerPositions),
    contactPhone: `0236 000 ${extension}`,
    contactEmail: `can-bo-${extension}@example.vn`,
  };
}
