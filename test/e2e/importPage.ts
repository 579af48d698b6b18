import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';
import type { ImportVerdict } from '../../shared/api/contract.ts';

/** The screen that takes files in, as somebody sees and uses it. */
export class ImportPage {
  readonly page: Page;
  readonly words: Translate;

  constructor(page: Page, words: Translate) {
    this.page = page;
    this.words = words;
  }

  async open(): Promise<void> {
    await this.page.goto(new URL('#/imports', this.page.url()).href);
    await this.page.getByRole('heading', { level: 1, name: this.words('imports:title') }).waitFor();
  }

  /** Files, or a folder, whose verdicts are then there. */
  async check(what: 'files' | 'folder', ...paths: readonly string[]): Promise<void> {
    const input = this.page.locator(`input[type=file][aria-label="${this.words(`imports:choose.${what}`)}"]`);
    await input.setInputFiles([...paths]);
    await this.phase('checked').waitFor({ state: 'attached' });
  }

  private phase(phase: 'checked' | 'done'): Locator {
    return this.page.getByRole('status').filter({ hasText: this.words(`imports:phase.${phase}`) });
  }

  /** A file of the list, with everything that its line says. */
  row(fileName: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: fileName }) });
  }

  async expectVerdict(fileName: string, verdict: ImportVerdict): Promise<void> {
    await this.row(fileName)
      .getByText(this.words(`imports:verdict.${verdict}`), { exact: true })
      .waitFor();
  }

  private filterButton(verdict: ImportVerdict): Locator {
    return this.page.getByRole('group', { name: this.words('imports:list.filter') }).getByRole('button', {
      name: new RegExp(`^${this.words(`imports:verdict.${verdict}`)} *[\\d.]+$`, 'u'),
    });
  }

  async countOf(verdict: ImportVerdict): Promise<number> {
    return Number(await this.filterButton(verdict).locator('strong').innerText());
  }

  /** Shows the files of one verdict only. */
  async filter(verdict: ImportVerdict): Promise<void> {
    await this.filterButton(verdict).click();
  }

  async acceptKeyOf(unitName: string): Promise<void> {
    const name = this.words('imports:changed.accept', { unit: unitName });
    await this.page.getByRole('checkbox', { name }).check();
  }

  /** Takes what is ticked. */
  async commit(): Promise<void> {
    const bar = this.page.getByRole('region', { name: this.words('imports:commit.label') });
    await bar.getByRole('button').last().click();
    await this.phase('done').waitFor({ state: 'attached' });
  }

  get startOver(): Locator {
    return this.page.getByRole('button', { name: this.words('imports:startOver') });
  }

  get toConflicts(): Locator {
    return this.page.getByRole('link', { name: this.words('imports:summary.toConflicts') });
  }

  /** Imports of the past, the newest first. */
  get past(): Locator {
    return this.page.getByRole('article');
  }

  async undoNewest(): Promise<void> {
    await this.past.first().getByRole('button').click();
    await this.page.getByRole('button', { name: this.words('imports:undo.yes'), exact: true }).click();
    await this.page.getByText(this.words('imports:past.undoDone')).waitFor();
  }
}
