import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';
import type { reportFormats } from '../../shared/api/schemas/dashboard.ts';
import type { Basis } from '../../shared/domain/ranking/scoredUnit.ts';

export type ReportFormat = (typeof reportFormats)[number];
type Part = 'ranking' | 'change' | 'groups' | 'criteria' | 'gaps' | 'reports' | 'results';

/** The page that compares all units, as somebody sees and uses it. */
export class DashboardPage {
  readonly page: Page;
  readonly words: Translate;

  constructor(page: Page, words: Translate) {
    this.page = page;
    this.words = words;
  }

  /** From the home screen. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: this.words('home:dashboard'), exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: this.words('dashboard:title') }).waitFor();
  }

  part(name: Part): Locator {
    return this.page
      .getByRole('navigation', { name: this.words('dashboard:parts.label') })
      .getByRole('link', { name: this.words(`dashboard:parts.${name}`), exact: true });
  }

  async chooseBasis(basis: Basis): Promise<void> {
    const label = this.words('dashboard:choice.basis');
    await this.page.getByRole('combobox', { name: label }).selectOption(basis);
    await this.page.locator('[aria-busy="false"]').first().waitFor();
  }

  /** The unit's row in the ranking. */
  row(unitCode: string): Locator {
    return this.page.locator(`tr[data-unit="${unitCode}"]`);
  }

  /** The file lies in the folder then, under the name that it was given. */
  async makeReport(format: ReportFormat, folder: string): Promise<string> {
    const button = this.page.getByRole('button', { name: this.words(`dashboard:reports.${format}`) });
    return await this.keep(() => button.click(), folder);
  }

  /** Prints the scorecards of so many units and keeps the file. */
  async printCards(count: number, folder: string): Promise<string> {
    await this.page.getByRole('button', { name: this.words('dashboard:cards.start', { count }) }).click();
    const panel = this.page.getByRole('region', { name: this.words('dashboard:cards.title') });
    const save = panel.getByRole('link', { name: this.words('dashboard:cards.save') });
    await save.waitFor({ timeout: 120_000 });
    return await this.keep(() => save.click(), folder);
  }

  /** Writes the results of all units, or of one, and keeps the file. */
  async returnResults(folder: string, unitName?: string): Promise<string> {
    const region = this.page.getByRole('region', { name: this.words('dashboard:results.title') });
    if (unitName !== undefined) {
      const whose = region.getByRole('combobox', { name: this.words('dashboard:results.whose') });
      await whose.selectOption({ label: unitName });
    }
    await region.getByRole('button', { name: this.words('dashboard:results.write') }).click();
    const save = region.getByRole('link', { name: this.words('dashboard:results.save') });
    await save.waitFor();
    return await this.keep(() => save.click(), folder);
  }

  private async keep(press: () => Promise<void>, folder: string): Promise<string> {
    const downloading = this.page.waitForEvent('download');
    await press();
    const download = await downloading;
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }
}
