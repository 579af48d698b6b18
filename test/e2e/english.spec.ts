import type { Page } from '@playwright/test';
import { fingerprintWords } from '../../electron/backend/files/keys/fingerprintWords.ts';
import { catalogue } from '../../shared/i18n/catalogue.ts';
import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { faultsOf } from './axe.ts';
import { readDemo } from './demoTexts.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { visitEveryScreen } from './tour.ts';

/** Texts of a tree of words, each cut where something is filled in. */
function piecesOf(tree: object): readonly string[] {
  return Object.values(tree).flatMap((value: unknown) =>
    typeof value === 'string'
      ? value.split(/\{\{[^}]*\}\}/u).map((piece) => piece.trim())
      : piecesOf(Object(value) as object),
  );
}

/** Words that only Vietnamese screens may show: long enough and with letters that English does not have. */
function vietnameseWords(set: CriteriaSet): readonly string[] {
  const content = set.groups.flatMap((group) => [
    group.name.vi,
    ...group.criteria.flatMap(({ name, guidance }) => [name.vi, guidance.vi]),
  ]);
  const words = [...piecesOf(catalogue.vi), ...content, set.title.vi, set.statement.vi];
  const english = new Set(piecesOf(catalogue.en));
  return words.filter(
    (piece) => piece.length >= 5 && /[\u0300-\u036fđ]/u.test(piece.normalize('NFD')) && !english.has(piece),
  );
}

/** All that is read, by eye or by ear, besides what officers typed and what is quoted from Vietnamese documents. */
async function wordsOn(page: Page): Promise<string> {
  const quoted = await page.locator('q[lang=vi]').allInnerTexts();
  const body = await page.locator('body').innerText();
  const seen = quoted.reduce((words, quote) => words.replace(quote, ''), body);
  const heard = await page.evaluate(() =>
    ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    ),
  );
  return [seen, ...heard, await page.title()].join('\n').normalize('NFC');
}

// Axe looks at more than ninety screens.
test.setTimeout(600_000);

const keyOfCatalogue = new RegExp(`\\b(?:${Object.keys(catalogue.vi).join('|')}):[a-z][A-Za-z.-]+`, 'u');

test('in English no Vietnamese word of the screens is left, no key is shown, and axe finds nothing', async ({
  page,
  set,
  packages,
  dataFolder,
}) => {
  const host = await startBrowserHost(dataFolder, '--demo', '--lang', 'en');
  // What officers wrote stays as they wrote it, and so do the Vietnamese words of keys.
  const typed = [JSON.stringify([packages.contents, readDemo()]), ...fingerprintWords].join(' ');
  const forbidden = vietnameseWords(set).filter((piece) => !typed.includes(piece));
  expect(forbidden.length).toBeGreaterThan(100);
  try {
    const tour = { page, host, set, language: 'en' as const, packages: packages.files };
    await visitEveryScreen(tour, async (where) => {
      const words = await wordsOn(page);
      expect
        .soft(
          forbidden.filter((piece) => words.includes(piece)),
          where,
        )
        .toEqual([]);
      expect.soft(words, where).not.toMatch(keyOfCatalogue);
      // Colours are those of the Vietnamese screens.
      expect.soft(await faultsOf(page, 'all but colours'), where).toEqual([]);
    });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  } finally {
    await host.kill();
  }
});

test('the language chosen on screen is there after a restart', async ({ host, page, dataFolder }) => {
  const home = new HomePage(page);
  await home.open(host);
  await page.getByRole('button', { name: 'English' }).click();
  const english = new HomePage(page, 'en');
  await expect(english.newButton).toBeVisible();
  await host.kill();
  const restarted = await startBrowserHost(dataFolder);
  try {
    await english.open(restarted);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  } finally {
    await restarted.kill();
  }
});
