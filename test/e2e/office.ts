import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import { startBrowserHost, type BrowserHost } from '../helpers/browserHost.ts';
import { runCommand } from '../helpers/commandLine.ts';
import { ConflictsPage } from './conflictsPage.ts';
import { DeskPage } from './desk.ts';
import { ExportDialog } from './exportDialog.ts';
import { FirstRunPage } from './firstRunPage.ts';
import { withMouse } from './hands.ts';
import { HomePage } from './homePage.ts';
import { ImportPage } from './importPage.ts';

/** One installation: its folder, its host, its window, and the screens in it. */
export class Office {
  readonly folder: string;
  /** Whose form is opened on the desk. */
  readonly unitName = 'Phường Hải Châu';
  readonly page: Page;
  readonly home: HomePage;
  readonly desk: DeskPage;
  readonly imports: ImportPage;
  readonly exporting: ExportDialog;
  readonly conflicts: ConflictsPage;
  private readonly context: BrowserContext;
  private host: BrowserHost;

  private constructor(
    folder: string,
    set: CriteriaSet,
    context: BrowserContext,
    page: Page,
    host: BrowserHost,
  ) {
    this.folder = folder;
    this.context = context;
    this.page = page;
    this.host = host;
    this.home = new HomePage(page);
    const { words } = this.home;
    this.desk = new DeskPage(page, set, 'vi', words);
    this.imports = new ImportPage(page, words);
    this.exporting = new ExportDialog(page, words);
    this.conflicts = new ConflictsPage(page, words);
  }

  static async open(browser: Browser, folder: string, set: CriteriaSet): Promise<Office> {
    mkdirSync(folder);
    const context = await browser.newContext();
    const page = await context.newPage();
    const office = new Office(folder, set, context, page, await startBrowserHost(folder));
    await page.goto(office.host.address());
    return office;
  }

  private get database(): string {
    return path.join(this.folder, 'thuoc-so.sqlite');
  }

  /** Who works here; the tour is declined. */
  async introduce(
    role: 'commune' | 'aggregator' | 'city',
    search: string,
    unit: string,
    contact: string,
  ): Promise<void> {
    await new FirstRunPage(this.page, withMouse).introduce({ role, search, unitName: unit, contact });
    await this.page.getByRole('region', { name: this.home.words('help:tour.label') }).waitFor();
    await this.page.keyboard.press('Escape');
  }

  /** A command on the data while nobody has it open; then the host is there again, as after a power cut. */
  async whileClosed(...command: readonly string[]): Promise<string> {
    await this.host.kill();
    const run = await runCommand(...command, '--db', this.database);
    expect(run, run.stderr).toMatchObject({ exitCode: 0 });
    this.host = await startBrowserHost(this.folder);
    await this.page.goto(this.host.address());
    return run.stdout.trim();
  }

  async goHome(): Promise<void> {
    await this.page.goto(new URL('#/', this.page.url()).href);
  }

  async openDesk(): Promise<void> {
    await this.goHome();
    const sheet = this.page.getByRole('link', { name: this.unitName, exact: true }).first();
    // Among many the list shows the newest, and is searched for the others.
    const search = this.page.getByRole('searchbox', { name: this.home.words('home:search.label') });
    await sheet.or(search).first().waitFor();
    if (await search.isVisible()) await search.fill(this.unitName);
    await sheet.click();
    await this.desk.waitUntilShown();
  }

  async close(): Promise<void> {
    await this.host.kill();
    await this.context.close();
  }
}
