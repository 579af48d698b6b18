import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';

/** The screen of criteria sets, as somebody sees and uses it. */
export class CriteriaPage {
  readonly page: Page;
  readonly words: Translate;

  constructor(page: Page, words: Translate) {
    this.page = page;
    this.words = words;
  }

  async open(): Promise<void> {
    await this.page.goto(new URL('#/criteria', this.page.url()).href);
    await this.page.getByRole('heading', { level: 1, name: this.words('criteria:title') }).waitFor();
  }

  /** Saves the workbook of the set whose row says all of this; the file lies in the folder then. */
  async saveWorkbook(folder: string, title: string): Promise<string> {
    const row = this.page.getByRole('row').filter({ hasText: title });
    return await this.download(folder, () => row.getByRole('button').click());
  }

  async read(file: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Signs what was read, and saves the file. */
  async publish(folder: string): Promise<string> {
    await this.page.getByRole('button', { name: this.words('criteria:write.sign') }).click();
    const [save = ''] = this.words('criteria:write.saveFile', { fileName: '|' }).split('|');
    return await this.download(folder, () => this.page.getByRole('link', { name: save }).click());
  }

  private async download(folder: string, start: () => Promise<void>): Promise<string> {
    const downloading = this.page.waitForEvent('download');
    await start();
    const download = await downloading;
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }
}
