import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { catalogue } from '../../shared/i18n/catalogue.ts';
import { runCommand, writeAnswers } from '../helpers/commandLine.ts';
import { productFolder } from '../helpers/content.ts';
import { expect, test } from './fixtures.ts';
import type { ImportPage } from './importPage.ts';
import { Office } from './office.ts';
import { SigningPage } from './signingPage.ts';

test.setTimeout(900_000);

const unitName = 'Phường Hải Châu';
const chairman = { name: 'Trần Văn Mẫu', title: 'Chủ tịch UBND phường', place: 'Hải Châu' };
/** Both officers believe to know this figure. */
const disputed = '1.4';

/** The demo's answers of a ward, every second criterion of them. */
function halfOfAnswers(which: 0 | 1): object {
  const sample = path.join(productFolder, 'resources/demo/01-phuong-hai-chau.json');
  const { answers } = z
    .object({ answers: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(sample, 'utf8')));
  return Object.fromEntries(
    Object.entries(answers).filter(([code], index) => code !== disputed && index % 2 === which),
  );
}

const demoReport = z.object({
  files: z.number(),
  hostile: z.array(z.object({ file: z.string(), code: z.string() })),
});

test('two officers share a form by files, the level above takes in everything that was sent', async ({
  browser,
  set,
  dataFolder,
}) => {
  const folderOf = (name: string): string => path.join(dataFolder, name);
  const first = await Office.open(browser, folderOf('first'), set);
  const second = await Office.open(browser, folderOf('second'), set);
  const above = await Office.open(browser, folderOf('above'), set);
  const sent = folderOf('sent');
  mkdirSync(sent);
  let signedFile = '';

  try {
    await test.step('each officer fills a half, and one figure both know differently', async () => {
      const halves = [
        { office: first, who: 'Nguyễn Thị Lan', answers: halfOfAnswers(0), figure: '10' },
        { office: second, who: 'Lê Văn Bình', answers: halfOfAnswers(1), figure: '12' },
      ] as const;
      for (const { office, who, answers, figure } of halves) {
        await office.introduce('commune', 'hai chau', unitName, who);
        await office.whileClosed('apply', writeAnswers(office.folder, answers));
        await office.openDesk();
        await office.desk.answer(disputed, figure);
        await office.desk.waitUntilSaved();
      }
    });

    await test.step('the second gets the file of the first and decides between the two', async () => {
      await first.goHome();
      const file = await first.exporting.exportTo(sent);
      await second.imports.open();
      await second.imports.check('files', file);
      await second.imports.expectVerdict(path.basename(file), 'conflict');
      await second.imports.commit();
      await second.imports.toConflicts.click();
      await second.conflicts.waitUntilShown();
      // Each is the contact of the form, too.
      await expect(second.conflicts.cards).toHaveCount(2);
      await second.conflicts.cards.getByRole('radio', { name: /^12\b/u }).check();
      await second.conflicts.cards.getByRole('radio', { name: 'Nguyễn Thị Lan' }).check();
      await second.conflicts.record(2);
    });

    await test.step('the first gets everything back, without a question', async () => {
      await second.goHome();
      const file = await second.exporting.exportTo(sent);
      await first.imports.open();
      await first.imports.check('files', file);
      await first.imports.expectVerdict(path.basename(file), 'newer');
      await first.imports.commit();
      await first.openDesk();
      await first.desk.goTo(disputed);
      await expect(first.desk.figure(disputed)).toHaveValue('12');
      expect(await first.whileClosed('digest')).toBe(await second.whileClosed('digest'));
    });

    await test.step('the commune signs and sends', async () => {
      await first.openDesk();
      const signing = new SigningPage(first.page, first.home.words);
      await signing.open();
      await signing.sign(chairman);
      await signing.signedHeading(1).waitFor();
      signedFile = await first.exporting.exportTo(sent);
      expect(path.basename(signedFile)).toMatch(/^Phuong-Hai-Chau_2026_lan1_[0-9A-F]{8}\.thuocso$/u);
    });

    await test.step('the level above takes the signed form in', async () => {
      await above.introduce('aggregator', 'da nang', 'Đà Nẵng', 'Phạm Thị Hoa');
      await above.imports.open();
      await above.imports.check('files', signedFile);
      await above.imports.expectVerdict(path.basename(signedFile), 'new');
      await above.imports.commit();
    });

    const demo = folderOf('demo');
    const rivals = (): readonly string[] =>
      readdirSync(demo).filter((name) => name.startsWith('Phuong-Hai-Chau_2026'));

    await test.step('then 94 units at once, hostile files among them', async () => {
      const { files, hostile } = demoReport.parse(
        JSON.parse((await runCommand('demo', '--out', demo, '--units', '94', '--json')).stdout),
      );
      await above.imports.startOver.click();
      await above.imports.check('folder', demo);
      // Their key for the ward is not the one that came first: a person would have to call and accept it.
      expect(rivals()).toHaveLength(1);
      expect(await above.imports.countOf('refused')).toBe(hostile.length + rivals().length);
      await above.imports.filter('refused');
      for (const { file, code } of hostile) await expectRefusal(above.imports, path.basename(file), code);
      await expectRefusal(above.imports, rivals()[0] ?? '', 'signer-changed');
      await above.imports.filter('refused');
      await above.imports.commit();
      await expect(above.page.getByText(above.home.words('imports:short.leftOut'))).toHaveCount(0);
      expect(await above.imports.countOf('refused')).toBe(hostile.length + rivals().length);
      expect(files).toBeGreaterThan(94);
    });

    await test.step('one contradiction is decided, and its figure read back to its file', async () => {
      await above.imports.toConflicts.click();
      await above.conflicts.waitUntilShown();
      const card = above.conflicts.cards.first();
      await card.waitFor();
      const dialog = await above.conflicts.askLineage(above.page.getByRole('main'));
      expect(readdirSync(demo).some((name) => name.endsWith('.thuocso'))).toBe(true);
      await expect(dialog.getByText(/\.thuocso/u).first()).toBeVisible();
      await above.page.keyboard.press('Escape');
      await card.getByRole('radio').first().check();
      await above.conflicts.record(1);
    });

    await test.step('a figure of the officers names the file it came in', async () => {
      await above.openDesk();
      await above.desk.goTo(disputed);
      await above.desk.pane.getByText(above.home.words('desk:history.title')).click();
      const dialog = await above.conflicts.askLineage(above.desk.pane);
      await expect(dialog.getByText(path.basename(signedFile)).first()).toBeVisible();
      await above.page.keyboard.press('Escape');
    });

    await test.step('an import that was a mistake is undone after a restart, an older one says what stands on it', async () => {
      const before = await above.whileClosed('digest');
      const [rival = ''] = rivals();
      await above.imports.open();
      await above.imports.check('files', path.join(demo, rival));
      await above.imports.acceptKeyOf(unitName);
      await above.imports.commit();
      expect(await above.whileClosed('digest')).not.toBe(before);
      await above.imports.open();
      await above.imports.undoNewest();
      await expect(above.imports.past.nth(1)).toContainText(above.home.words('imports:past.blocked'));
      expect(await above.whileClosed('digest')).toBe(before);
    });
  } finally {
    for (const office of [first, second, above]) await office.close();
  }
});

/** The line says what the code says; what is filled in differs from file to file. */
async function expectRefusal(imports: ImportPage, fileName: string, code: string): Promise<void> {
  const sentences: Readonly<Record<string, string>> = catalogue.vi.errors;
  const sentence = sentences[code] ?? '';
  const pieces = sentence.split(/\{\{[^}]*\}\}/u).map((piece) => piece.trim());
  const longest = pieces.toSorted((a, b) => b.length - a.length)[0] ?? '';
  expect(longest.length, code).toBeGreaterThan(10);
  await expect(imports.row(fileName), fileName).toContainText(longest);
}
