import type { DeskPage } from './desk.ts';

/** What the tour attaches to a document. */
export const attachedName = 'anh-hoi-nghi.txt';

type Stop = (where: string) => Promise<void>;

/** Figures that are refused, and a part that cannot be left like this. */
export async function visitFaults(desk: DeskPage, stop: Stop): Promise<void> {
  await desk.goTo('2.4');
  await desk.figure('2.4', 'denominator').fill('0');
  await desk.figure('2.4', 'denominator').blur();
  await stop('a refused figure');
  await desk.figure('2.4', 'denominator').fill('1.234');
  await desk.figure('2.4', 'denominator').blur();
  await stop('an ambiguous figure');
  await desk.goTo('1.5');
  await desk.pane.getByRole('checkbox', { name: desk.words('desk:notApplicable.criterion') }).check();
  await stop('not applicable without a reason');
}

/** A file at a document, the look into it, and documents that stand elsewhere already. */
export async function visitEvidence(desk: DeskPage, stop: Stop): Promise<void> {
  const { page, words } = desk;
  await desk.goTo('1.4');
  const name = attachedName;
  const choosing = page.waitForEvent('filechooser');
  await desk.pane.getByRole('button', { name: words('desk:files.attachTo', { number: 1 }) }).click();
  await (await choosing).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('Ảnh hội nghị') });
  await desk.pane.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog', { name }).waitFor();
  await stop('a file of a kind without preview');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await stop('a document with its file');
  await desk.pane.getByRole('button', { name: words('desk:files.reuse') }).click();
  await page.getByRole('dialog').waitFor();
  await stop('documents used elsewhere');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.pane.getByText(words('desk:history.title')).click();
  await stop('history of an answer');
}

/** The list under each filter, and the search with and without something found. */
export async function visitFilters(desk: DeskPage, stop: Stop): Promise<void> {
  const { page, words } = desk;
  const filter = page.getByRole('combobox', { name: words('desk:filter.label') });
  for (const kind of ['unanswered', 'no-evidence', 'not-met'] as const) {
    await filter.selectOption(kind);
    await stop(`filter ${kind}`);
  }
  await filter.selectOption('all');
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: words('desk:search.label') });
  await field.fill('so hoa');
  await stop('search');
  await field.fill('zzz');
  await stop('search that finds nothing');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The result, the path with a step tried out and own efforts, and the head of the form. */
export async function visitSide(desk: DeskPage, stop: Stop): Promise<void> {
  const { page, words } = desk;
  await desk.panelButton('path').click();
  await stop('path to the threshold');
  await desk.side.getByRole('checkbox').first().check();
  await desk.side.getByText(words('desk:path.effort.title')).click();
  await stop('a step tried out, efforts');
  await desk.panelButton('result').click();
  await page.getByRole('button', { name: words('desk:header.title') }).click();
  await page.getByRole('dialog', { name: words('desk:header.title') }).waitFor();
  await stop('head of the form');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
