import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';

/** The dialog that writes a file to be sent, as somebody sees and uses it. */
export class ExportDialog {
  readonly page: Page;
  readonly words: Translate;

  constructor(page: Page, words: Translate) {
    this.page = page;
    this.words = words;
  }

  private button(name: 'open' | 'write'): Locator {
    return this.page.getByRole('button', { name: this.words(`exporting:${name}`), exact: true });
  }

  /** From any screen that offers it; the file lies in the folder then, under the name that it was given. */
  async exportTo(folder: string): Promise<string> {
    await this.button('open').first().click();
    await this.button('write').click();
    await this.page.getByText(this.words('exporting:written.verified')).waitFor();
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: this.words('exporting:written.save') }).click();
    const download = await downloading;
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    await this.page.keyboard.press('Escape');
    return file;
  }
}
