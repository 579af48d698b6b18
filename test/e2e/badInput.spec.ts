import { createTranslate } from '../../electron/backend/translate.ts';
import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';
import { SigningPage } from './signingPage.ts';

const t = createTranslate('vi');

/** What is typed over a sound 20/50, and the sentence that must stand at the field. */
const refused = [
  { what: 'denominator 0', field: 'denominator', typed: '0', sentence: t('errors:denominator-zero') },
  {
    what: 'numerator above denominator',
    field: 'numerator',
    typed: '60',
    sentence: t('errors:numerator-above-denominator', { numerator: '60', denominator: '50' }),
  },
  {
    what: 'a negative number',
    field: 'numerator',
    typed: '-5',
    sentence: t('errors:number-negative', { text: '-5' }),
  },
  {
    what: 'a text',
    field: 'numerator',
    typed: 'mười hai',
    sentence: t('errors:number-malformed', { text: 'mười hai' }),
  },
  {
    what: 'an ambiguous separator',
    field: 'denominator',
    typed: '1.234',
    sentence: t('errors:number-ambiguous', { text: '1.234' }),
  },
] as const;

test('what cannot be is refused at its field, and what was saved before stays', async ({
  host,
  page,
  set,
}) => {
  const desk = new DeskPage(page, set);
  const home = new HomePage(page);
  await home.open(host);
  await home.create({ search: 'hoi an', unitName: 'Phường Hội An', year: '2026', set });
  await desk.answer('3.4', { numerator: '20', denominator: '50' });
  await desk.waitUntilSaved();
  for (const { what, field, typed, sentence } of refused) {
    await test.step(what, async () => {
      await desk.figure('3.4', field).fill(typed);
      await desk.figure('3.4', field).blur();
      await expect(desk.pane).toContainText(sentence);
      await expect(desk.figure('3.4', field)).toHaveAttribute('aria-invalid', 'true');
      await expect(desk.savedLine).toHaveCount(0);
      await expect(
        page.getByRole('status').filter({ hasText: desk.words('app:saving.faultyText') }),
      ).toBeVisible();

      await page.reload();
      await desk.goTo('3.4');
      await expect(desk.figure('3.4', 'numerator')).toHaveValue('20');
      await expect(desk.figure('3.4', 'denominator')).toHaveValue('50');
    });
  }
});

test('an ambiguous figure is settled by choosing what was meant', async ({ host, page, set }) => {
  const desk = new DeskPage(page, set);
  const home = new HomePage(page);
  await home.open(host);
  await home.create({ search: 'hoi an', unitName: 'Phường Hội An', year: '2026', set });
  await desk.answer('3.4', { numerator: '617', denominator: '1.234' });
  await desk.pane
    .getByRole('button', { name: desk.words('app:figure.grouped', { figure: '1.234' }) })
    .click();
  await desk.waitUntilSaved();
  await page.reload();
  await desk.goTo('3.4');
  await expect(desk.figure('3.4', 'denominator')).toHaveValue('1234');
});

test('points above the maximum and off their step are refused', async ({ host, page, set }) => {
  const desk = new DeskPage(page, set);
  const home = new HomePage(page);
  await home.open(host);
  await home.create({ search: 'hoi an', unitName: 'Phường Hội An', year: '2026', set });
  await desk.answer('11.3', '2,5');
  await desk.figure('11.3').blur();
  await expect(desk.figure('11.3')).toHaveAttribute('aria-invalid', 'true');
  await desk.figure('11.3').fill('0,7');
  await desk.figure('11.3').blur();
  await expect(desk.figure('11.3')).toHaveAttribute('aria-invalid', 'true');
  await desk.figure('11.3').fill('0,5');
  await desk.figure('11.3').blur();
  await expect(desk.figure('11.3')).not.toHaveAttribute('aria-invalid', 'true');
});

test('a new assessment without unit and set says what is missing', async ({ host, page }) => {
  const home = new HomePage(page);
  await home.open(host);
  await home.newButton.click();
  await home.dialog.getByRole('button', { name: home.words('home:form.create') }).click();
  await expect(home.dialog).toContainText(home.words('home:form.unitMissing'));
});

test('a signature with a day that does not exist is not given with another one', async ({
  host,
  page,
  set,
}) => {
  const home = new HomePage(page);
  const signing = new SigningPage(page);
  await home.open(host);
  await home.create({ search: 'hai chau', unitName: 'Phường Hải Châu', year: '2026', set });
  await signing.open();
  const day = page.getByRole('textbox', { name: t('signing:form.date') });
  await day.fill('31/11/2026');
  await signing.sign({ name: 'Trần Văn A', title: 'Chủ tịch', place: 'Hải Châu' });
  await expect(page.getByRole('alert').filter({ hasText: t('signing:form.dateMissing') })).toBeVisible();
  await expect(day).toHaveValue('31/11/2026');
  await day.fill('30/11/2026');
  await page.keyboard.press('Enter');
  await signing.signedHeading(1).waitFor();
  await expect(page.getByText('30/11/2026').first()).toBeVisible();
});
