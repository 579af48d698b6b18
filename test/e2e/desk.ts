import type { Locator, Page } from '@playwright/test';
import { createTranslate, type Translate } from '../../electron/backend/translate.ts';
import type { Language } from '../../shared/api/contract.ts';
import { findCriterion } from '../../shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../../shared/domain/criteria/criteriaSet.ts';
import type { Rule, RuleOption, SimpleRule, SumPart } from '../../shared/domain/criteria/rule.ts';
import { formatNumber } from '../../shared/report/formatFigure.ts';
import { assertNever } from '../../shared/errors/assertNever.ts';
import { withMouse, type Hands } from './hands.ts';

/** What an officer gives for a rule, figures as typed. */
export type Given =
  | boolean
  | string
  | readonly string[]
  | { readonly numerator: string; readonly denominator: string }
  | { readonly parts: readonly Given[] };

/** What stands on a document, as typed. */
export interface DocumentFields {
  readonly number: string;
  readonly date: string;
  readonly issuer?: string;
  readonly title: string;
}

/** The scoring desk as somebody sees and uses it, in one language. */
export class DeskPage {
  readonly page: Page;
  readonly set: CriteriaSet;
  readonly language: Language;
  readonly words: Translate;
  /** The mouse unless told otherwise. */
  readonly hands: Hands;

  constructor(
    page: Page,
    set: CriteriaSet,
    language: Language = 'vi',
    words = createTranslate(language),
    hands = withMouse,
  ) {
    this.page = page;
    this.set = set;
    this.language = language;
    this.words = words;
    this.hands = hands;
  }

  /** The criterion at work. */
  get pane(): Locator {
    return this.page.getByRole('region', { name: this.currentName });
  }

  currentName = '';

  criterion(code: string): Criterion {
    const found = findCriterion(this.set, code);
    if (!found) throw new Error(`The set has no criterion ${code}`);
    return found;
  }

  async waitUntilShown(): Promise<void> {
    await this.nextButton.waitFor();
  }

  get nextButton(): Locator {
    return this.page.getByRole('button', { name: this.words('desk:steps.next') });
  }

  /** Says which criterion the screen should be showing by now. */
  expectCurrent(code: string): void {
    this.currentName = this.criterion(code).name[this.language];
  }

  /** Through the list at the left, as an officer goes. */
  async goTo(code: string): Promise<void> {
    const criterion = this.criterion(code);
    const group = this.set.groups.find((one) => one.criteria.includes(criterion));
    const list = this.page.getByRole('navigation', { name: this.words('desk:navigation.title') });
    const groupHead = list.getByRole('button', { name: group?.name[this.language] ?? '' }).first();
    if ((await groupHead.getAttribute('aria-expanded')) !== 'true') await this.hands.press(groupHead);
    await this.hands.press(list.getByRole('button', { name: criterion.name[this.language] }));
    this.currentName = criterion.name[this.language];
    await this.pane.waitFor();
  }

  async answer(code: string, given: Given): Promise<void> {
    await this.goTo(code);
    await this.answerHere(code, given);
  }

  /** Answers the criterion that the screen shows. */
  async answerHere(code: string, given: Given): Promise<void> {
    await this.give(this.pane, this.criterion(code).rule, given);
  }

  /** The field for one of a rule's figures: its only one, the numerator or the denominator. */
  figure(code: string, which: 'only' | 'numerator' | 'denominator' = 'only'): Locator {
    return this.figureIn(this.pane, this.criterion(code).rule, which);
  }

  /** The same inside one part of a sum. */
  figureOfPart(code: string, index: number, which: 'only' | 'numerator' | 'denominator' = 'only'): Locator {
    const { rule } = this.criterion(code);
    const part = rule.kind === 'sum' ? rule.parts[index] : undefined;
    if (!part) throw new Error(`Criterion ${code} has no part ${String(index)}`);
    return this.figureIn(this.partIn(this.pane, part), part.rule, which);
  }

  async addDocument(code: string, fields: DocumentFields): Promise<void> {
    await this.goTo(code);
    await this.addDocumentHere(fields);
  }

  /** Adds a card to the criterion that the screen shows. */
  async addDocumentHere(fields: DocumentFields): Promise<void> {
    const number = (await this.documents.count()) + 1;
    await this.hands.press(this.pane.getByRole('button', { name: this.words('desk:evidence.add') }));
    const card = this.document(number);
    const labels = {
      number: this.words('desk:evidence.number'),
      date: this.words('desk:evidence.date'),
      issuer: this.words('desk:evidence.issuer'),
      title: this.words('desk:evidence.subject'),
    };
    await this.hands.write(card.getByLabel(labels.number), fields.number);
    await this.hands.write(card.getByLabel(labels.date), fields.date);
    if (fields.issuer !== undefined) await this.hands.write(card.getByLabel(labels.issuer), fields.issuer);
    await this.hands.write(card.getByLabel(labels.title), fields.title);
  }

  async explainHere(text: string): Promise<void> {
    await this.hands.write(this.pane.getByLabel(this.words('desk:explanation.title')), text);
  }

  /** What last year offers at the criterion that the screen shows. */
  get suggestion(): Locator {
    return this.pane.getByRole('region', { name: this.words('desk:suggestions.atCriterion') });
  }

  async settleSuggestion(way: 'accept' | 'dismiss'): Promise<void> {
    const name = this.words(`desk:suggestions.${way}`);
    await this.hands.press(this.suggestion.getByRole('button', { name }));
    await this.suggestion.waitFor({ state: 'detached' });
  }

  /** Through the picker of a card of the criterion that the screen shows. */
  async attachFile(number: number, file: string): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    const name = this.words('desk:files.attachTo', { number });
    await this.hands.press(this.pane.getByRole('button', { name, exact: true }));
    await (await choosing).setFiles(file);
  }

  /** The result and the path to the threshold. */
  get side(): Locator {
    return this.page.getByRole('complementary', { name: this.words('desk:side.title') });
  }

  panelButton(panel: 'result' | 'path'): Locator {
    return this.side.getByRole('button', { name: this.words(`desk:side.${panel}`), exact: true });
  }

  get documents(): Locator {
    const [start] = this.words('desk:evidence.document', { number: '|' }).split('|');
    return this.pane.getByRole('group', { name: start ?? '' });
  }

  /** A card of the criterion that the screen shows, counted from 1. */
  document(number: number): Locator {
    return this.pane.getByRole('group', {
      name: this.words('desk:evidence.document', { number }),
      exact: true,
    });
  }

  private partIn(scope: Locator, part: SumPart): Locator {
    return scope.getByRole('group', { name: part.text[this.language] });
  }

  /** The line that says whether everything is on the disk. */
  get savedLine(): Locator {
    return this.page.getByRole('status').filter({ hasText: this.savedStart });
  }

  async waitUntilSaved(): Promise<void> {
    await this.savedLine.waitFor();
  }

  private get savedStart(): string {
    return this.words('app:saving.savedAt', { moment: '|' }).split('|')[0]?.trim() ?? '';
  }

  private async give(scope: Locator, rule: Rule, given: Given): Promise<void> {
    if (rule.kind === 'info') {
      await this.hands.write(scope.getByLabel(this.words('desk:answer.info')), asText(given));
    } else if (rule.kind === 'sum') {
      const { parts } = given as { readonly parts: readonly Given[] };
      for (const [index, part] of rule.parts.entries()) {
        await this.giveSimple(this.partIn(scope, part), part.rule, parts[index] ?? '');
      }
    } else {
      await this.giveSimple(scope, rule, given);
    }
  }

  private async giveSimple(scope: Locator, rule: SimpleRule, given: Given): Promise<void> {
    switch (rule.kind) {
      case 'yes_no': {
        const name = this.words(given === true ? 'desk:answer.yes' : 'desk:answer.no');
        return this.hands.choose(scope.getByRole('radio', { name }));
      }
      case 'choice':
        return this.hands.choose(this.optionOf(scope, 'radio', rule.options, given));
      case 'checklist':
        if (Array.isArray(given) && given.length === 0) return this.hands.choose(this.noneOf(scope));
        for (const id of given as readonly string[])
          await this.hands.choose(this.optionOf(scope, 'checkbox', rule.items, id));
        return;
      case 'tiers':
      case 'ratio':
      case 'count':
      case 'manual':
        await this.giveFigures(scope, rule, given);
        return;
      default:
        assertNever(rule);
    }
  }

  /** The tick which says that none of a checklist's items is met. */
  noneOf(scope: Locator = this.pane): Locator {
    return scope.getByRole('checkbox', { name: this.words('desk:answer.noneOfThese') });
  }

  private async giveFigures(scope: Locator, rule: SimpleRule, given: Given): Promise<void> {
    if (typeof given === 'string') return this.hands.write(this.figureIn(scope, rule, 'only'), given);
    const pair = given as { readonly numerator: string; readonly denominator: string };
    await this.hands.write(this.figureIn(scope, rule, 'numerator'), pair.numerator);
    await this.hands.write(this.figureIn(scope, rule, 'denominator'), pair.denominator);
  }

  private figureIn(scope: Locator, rule: Rule, which: 'only' | 'numerator' | 'denominator'): Locator {
    const pair =
      rule.kind === 'ratio'
        ? rule
        : rule.kind === 'tiers' && rule.measure.kind === 'percent'
          ? rule.measure
          : null;
    if (pair !== null && which !== 'only')
      return scope.getByLabel(pair[which][this.language], { exact: true });
    return scope.getByLabel(this.figureLabel(rule), { exact: true });
  }

  figureLabel(rule: Rule): string {
    if (rule.kind === 'count') return this.words('desk:answer.count', { unit: rule.unit[this.language] });
    if (rule.kind === 'tiers' && rule.measure.kind === 'count') {
      return this.words('desk:answer.count', { unit: rule.measure.unit[this.language] });
    }
    if (rule.kind !== 'manual') throw new Error(`A rule of kind ${rule.kind} has no single figure`);
    const max =
      this.set.groups.flatMap((group) => group.criteria).find((one) => one.rule === rule)?.maxPoints ?? '0';
    return this.words('desk:answer.manual', {
      max: formatNumber(max, this.language),
      step: formatNumber(rule.step, this.language),
    });
  }

  private optionOf(
    scope: Locator,
    role: 'radio' | 'checkbox',
    options: readonly RuleOption[],
    given: Given,
  ): Locator {
    return scope.getByRole(role, { name: textOf(options, asText(given), this.language) });
  }

  /** The words of an option or item of a criterion, or of its first part where it is a sum. */
  optionText(code: string, id: string): string {
    const { rule } = this.criterion(code);
    const asked = rule.kind === 'sum' ? rule.parts[0]?.rule : rule;
    if (asked?.kind === 'choice') return textOf(asked.options, id, this.language);
    if (asked?.kind === 'checklist') return textOf(asked.items, id, this.language);
    throw new Error(`Criterion ${code} has no options`);
  }
}

function asText(given: Given): string {
  if (typeof given === 'string') return given;
  throw new Error('This rule takes one text');
}

function textOf(options: readonly RuleOption[], id: string, language: Language): string {
  const option = options.find((one) => one.id === id);
  if (!option) throw new Error(`There is no option ${id}`);
  return option.text[language];
}
