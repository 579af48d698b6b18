import type { Page } from '@playwright/test';
import { createTranslate, type Translate } from '../../electron/backend/translate.ts';
import type { Language } from '../../shared/api/contract.ts';
import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import type { BrowserHost } from '../helpers/browserHost.ts';
import { DeskPage } from './desk.ts';
import { HomePage } from './homePage.ts';
import { visitAppraisal } from './tourAppraisal.ts';
import { visitDashboard } from './tourDashboard.ts';
import { visitEvidence, visitFaults, visitFilters, visitSide } from './tourDesk.ts';
import { visitFiles } from './tourFiles.ts';
import { visitBeside, visitFirstRun, visitSheet } from './tourSheet.ts';

/** A criterion of every rule kind in the set for wards and communes of Đà Nẵng. */
export const everyRuleKind = ['1.6', '1.7', '1.2', '1.4', '2.7', '2.4', '1.5', '1.1', '11.3', '7.6'] as const;

/** Brings to its end whatever moves: text that is half faded in has a contrast of its own. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Nobody could wait for those in closed parts of the page, where nothing moves on.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  });
}

/** Where the tour goes, and in which words it finds its way. */
export interface Tour {
  readonly page: Page;
  readonly host: BrowserHost;
  readonly set: CriteriaSet;
  readonly language: Language;
  /** Paths of files to take in. */
  readonly packages: readonly string[];
  /** Those of the language unless told otherwise. */
  readonly words?: Translate;
}

/** Goes through every state of every screen of the demo and stops at each. */
export async function visitEveryScreen(
  { page, host, set, language, packages, words }: Tour,
  look: (where: string) => Promise<void>,
): Promise<void> {
  const home = new HomePage(page, language, words);
  const desk = new DeskPage(page, set, language, words);
  const stop = async (where: string): Promise<void> => {
    await settle(page);
    await look(where);
  };
  await home.open(host);
  await page.getByRole('link', { name: 'Phường Hải Châu' }).waitFor();
  await stop('home');
  await visitDialog(home, set, stop);
  await page.keyboard.press('Escape');
  await home.dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Phường Hải Châu' }).click();
  for (const code of everyRuleKind) {
    await desk.goTo(code);
    await stop(`criterion ${code}`);
  }
  await visitFaults(desk, stop);
  await visitEvidence(desk, stop);
  await visitFilters(desk, stop);
  await visitSide(desk, stop);
  await visitSheet(desk, stop);
  await visitBeside(page, home.words, stop);
  await visitFiles(page, home.words, packages, stop);
  await visitAppraisal(page, home.words, stop);
  await visitDashboard(page, home.words, stop);
}

/** The same on an empty folder, where nobody has said yet who works here. */
export async function visitEmptyScreens(
  { page, host, words = createTranslate('vi') }: Pick<Tour, 'page' | 'host' | 'words'>,
  look: (where: string) => Promise<void>,
): Promise<void> {
  await page.goto(host.address());
  await visitFirstRun(page, words, async (where) => {
    await settle(page);
    await look(where);
  });
}

async function visitDialog(
  home: HomePage,
  set: CriteriaSet,
  stop: (where: string) => Promise<void>,
): Promise<void> {
  await home.newButton.click();
  await home.dialog.waitFor();
  await stop('new assessment');
  await home.dialog.getByRole('button', { name: home.words('home:form.create') }).click();
  await stop('new assessment, incomplete');
  await home.dialog.getByRole('textbox', { name: home.words('home:form.year') }).fill('2026');
  await home.unitField.fill('hai chau');
  await home.page.getByRole('option', { name: 'Phường Hải Châu' }).first().waitFor();
  await stop('new assessment, units found');
  await home.page.getByRole('option', { name: 'Phường Hải Châu' }).first().click();
  await home.dialog.getByRole('radio', { name: set.title[home.language] }).check();
  await home.dialog.getByRole('button', { name: home.words('home:form.create') }).click();
  await home.dialog.getByRole('alert').waitFor();
  await stop('new assessment that exists already');
}
