import type { Page } from '@playwright/test';
import { DeskPage } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { HomePage } from './homePage.ts';

/** Tabs until the control has the focus, as somebody without a mouse would. */
async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'radio' | 'combobox' | 'checkbox',
  name: string,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${role} ${name}`);
}

test('an assessment is created and three criteria are answered without the mouse', async ({
  host,
  page,
  set,
}) => {
  const home = new HomePage(page);
  const desk = new DeskPage(page, set);
  await home.open(host);
  await tabTo(page, 'button', home.words('home:newAssessment'));
  await page.keyboard.press('Enter');
  await home.dialog.waitFor();
  await tabTo(page, 'combobox', home.words('home:form.unit'));
  await page.keyboard.type('hoa vang');
  await page.getByRole('option', { name: 'Xã Hòa Vang' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, 'radio', set.title.vi);
  await page.keyboard.press('Space');
  await tabTo(page, 'button', home.words('home:form.create'));
  await page.keyboard.press('Enter');

  desk.expectCurrent('1.1');
  await expect(desk.pane).toBeVisible();
  const heading = desk.pane.getByRole('heading', { level: 2 });
  await expect(heading).toBeFocused();

  await tabTo(page, 'radio', desk.optionText('1.1', 'a'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+ArrowDown');
  desk.expectCurrent('1.2');
  await desk.pane.waitFor();
  await tabTo(page, 'checkbox', desk.optionText('1.2', 'a'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  desk.expectCurrent('1.4');
  await desk.pane.waitFor();
  await desk.pane.getByRole('heading', { level: 2 }).waitFor();
  await tabTo(page, 'textbox', desk.figureLabel(desk.criterion('1.4').rule));
  await page.keyboard.type('24');
  await page.keyboard.press('Tab');
  await desk.waitUntilSaved();

  await page.reload();
  await desk.goTo('1.4');
  await expect(desk.figure('1.4')).toHaveValue('24');
  await desk.goTo('1.2');
  await expect(desk.pane.getByRole('checkbox').first()).toBeChecked();
});
