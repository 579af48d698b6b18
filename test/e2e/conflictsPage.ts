import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';

/** The screen of contradicting values, and where they came from, as somebody sees and uses them. */
export class ConflictsPage {
  readonly page: Page;
  readonly words: Translate;

  constructor(page: Page, words: Translate) {
    this.page = page;
    this.words = words;
  }

  async waitUntilShown(): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: this.words('conflicts:title') }).waitFor();
  }

  /** The values of every contradiction on this page of the list, in order. */
  get cards(): Locator {
    return this.page.getByRole('radiogroup');
  }

  /** Looks at all decisions once more, then records them. */
  async record(count: number): Promise<void> {
    await this.page.getByRole('button', { name: this.words('conflicts:bar.preview') }).click();
    await this.page.getByRole('button', { name: this.words('conflicts:preview.record', { count }) }).click();
    await this.page.getByText(this.words('conflicts:recorded', { count })).waitFor();
  }

  /** Opens the story of a value; from a conflict or from the desk. */
  async askLineage(within: Locator): Promise<Locator> {
    await within
      .getByRole('button', { name: this.words('lineage:open') })
      .first()
      .click();
    const dialog = this.page.getByRole('dialog', { name: this.words('lineage:title') });
    await dialog.getByRole('listitem').first().waitFor();
    return dialog;
  }
}
