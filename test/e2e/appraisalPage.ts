import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';

/** The appraisal desk, as somebody sees and uses it. */
export class AppraisalPage {
  readonly page: Page;
  readonly words: Translate;

  constructor(page: Page, words: Translate) {
    this.page = page;
    this.words = words;
  }

  /** From the home screen: the unit's assessment, or the first one there. */
  async open(unitName = ''): Promise<void> {
    await this.page
      .getByRole('article')
      .filter({ hasText: unitName })
      .getByRole('link', { name: this.words('home:card.appraise'), exact: true })
      .first()
      .click();
    await this.stageButton('appraised').waitFor();
  }

  stageButton(stage: 'appraised' | 'final'): Locator {
    return this.page.getByRole('button', { name: this.words(`appraisal:stage.${stage}`), exact: true });
  }

  /** The criterion in the list, with what is decided about it. */
  entry(code: string): Locator {
    return this.page
      .getByRole('navigation', { name: this.words('desk:navigation.title') })
      .getByRole('button')
      .filter({ has: this.page.getByText(code, { exact: true }) });
  }

  async goTo(code: string): Promise<void> {
    await this.entry(code).click();
    await this.page
      .getByRole('heading', { level: 2, name: new RegExp(`^\\W?${code.replace('.', '\\.')} `, 'u') })
      .waitFor();
  }

  /** Waits until the list says so. */
  async expectState(
    code: string,
    state: 'accepted' | 'adjusted' | 'explanation-asked' | 'returned' | 'outdated',
  ): Promise<void> {
    await this.entry(code)
      .getByText(this.words(`appraisal:state.appraised.${state}`), { exact: true })
      .waitFor({ state: 'attached' });
  }

  decision(name: 'adjusted' | 'explanation-asked' | 'returned'): Locator {
    return this.page
      .getByRole('button', { name: this.words(`appraisal:decision.${name}`), exact: true })
      .last();
  }

  get save(): Locator {
    return this.page.getByRole('button', { name: this.words('appraisal:decision.save') });
  }

  async decide(
    code: string,
    decision: 'adjusted' | 'explanation-asked' | 'returned',
    { points, reason }: { readonly points?: string; readonly reason: string },
  ): Promise<void> {
    await this.goTo(code);
    await this.decision(decision).click();
    const bar = this.page.getByRole('group', { name: this.words('appraisal:decision.title.appraised') });
    if (points !== undefined) await bar.getByRole('textbox').first().fill(points);
    await bar.getByRole('textbox').last().fill(reason);
    await this.save.click();
    await this.expectState(code, decision);
  }

  /** Looks at the list of everything complete, then accepts all of it; how many that were. */
  async acceptComplete(): Promise<number> {
    const dialog = await this.openBulk();
    const count = await dialog.getByRole('checkbox').count();
    await dialog
      .getByRole('button', { name: this.words('appraisal:bulk.appraised.submit', { count }), exact: true })
      .click();
    await dialog.waitFor({ state: 'detached' });
    return count;
  }

  async openBulk(): Promise<Locator> {
    const [open = ''] = this.words('appraisal:bulk.appraised.open', { count: '|' }).split('|');
    await this.page.getByRole('button', { name: open }).click();
    const dialog = this.page.getByRole('dialog', { name: this.words('appraisal:bulk.appraised.title') });
    await dialog.getByRole('checkbox').first().waitFor();
    return dialog;
  }

  /** What goes back to the unit; the file lies in the folder then, under the name that it was given. */
  async sendBack(kind: 'review' | 'receipt', folder: string): Promise<string> {
    await this.page.getByRole('button', { name: this.words(`appraisal:send.${kind}`), exact: true }).click();
    await this.page.getByRole('button', { name: this.words(`appraisal:send.${kind}Write`) }).click();
    await this.page.getByText(this.words('appraisal:send.verified')).waitFor();
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: this.words('appraisal:send.save') }).click();
    const download = await downloading;
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
    return file;
  }
}
