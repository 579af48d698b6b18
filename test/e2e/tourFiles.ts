import type { Page } from '@playwright/test';
import type { Translate } from '../../electron/backend/translate.ts';

type Stop = (where: string) => Promise<void>;

/** Files out and in: the export, the import with all that follows from it. @param files paths of packages */
export async function visitFiles(
  page: Page,
  words: Translate,
  files: readonly string[],
  stop: Stop,
): Promise<void> {
  await visitPlaces(page, words, stop);
  await visitExport(page, words, stop);
  await visitOutbox(page, words, stop);
  await visitImport(page, words, files, stop);
  await visitConflicts(page, words, stop);
  await visitAfterwards(page, words, stop);
}

async function open(page: Page, place: string, title: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#${place}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function visitExport(page: Page, words: Translate, stop: Stop): Promise<void> {
  await open(page, '/', words('home:title'));
  await page
    .getByRole('button', { name: words('home:card.export') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const write = dialog.getByRole('button', { name: words('exporting:write'), exact: true });
  await write.waitFor();
  await stop('export');
  await dialog.getByRole('radio', { name: words('exporting:protection.passphrase'), exact: true }).check();
  await write.click();
  await stop('export, passphrase too short');
  await dialog.getByRole('radio', { name: words('exporting:protection.recipients'), exact: true }).check();
  await dialog.getByRole('link', { name: words('exporting:recipients.toSettings') }).waitFor();
  await stop('export, no recipient saved');
  await dialog.getByRole('radio', { name: words('exporting:protection.none'), exact: true }).check();
  await write.click();
  await dialog.getByText(words('exporting:written.verified')).waitFor();
  await dialog.getByRole('button', { name: words('sync:add.to', { target: absentFolder.name }) }).click();
  await dialog.getByText(words('sync:add.done', { target: absentFolder.name })).waitFor();
  await stop('exported, and put into the outbox');
  await closeDialog(page);
}

/** A folder that is not there. Its name is in no language. */
const absentFolder = { name: '0', address: '/0/0' } as const;

async function visitPlaces(page: Page, words: Translate, stop: Stop): Promise<void> {
  await open(page, '/sync', words('sync:title'));
  await page.getByRole('button', { name: words('sync:targets.add'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words('sync:form.more')).click();
  await stop('a new place, a server');
  await dialog.getByRole('radio', { name: words('sync:form.kinds.folder') }).check();
  await dialog.getByRole('textbox', { name: words('sync:form.name') }).fill(absentFolder.name);
  await dialog.getByRole('textbox', { name: words('sync:form.address.folder') }).fill(absentFolder.address);
  await dialog.getByRole('button', { name: words('sync:form.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: words('sync:targets.check'), exact: true }).click();
  await page.getByText(words('sync:check.fails')).waitFor();
  await stop('a place that is not there');
  await page.getByRole('button', { name: words('sync:targets.remove'), exact: true }).click();
  await dialog.waitFor();
  await stop('a place to be forgotten');
  await dialog.getByRole('button', { name: words('app:cancel'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function visitOutbox(page: Page, words: Translate, stop: Stop): Promise<void> {
  await open(page, '/', words('home:title'));
  await page.getByText(words('home:outbox.waiting', { count: 1 })).waitFor();
  await open(page, '/sync', words('sync:title'));
  await page.getByRole('button', { name: words('sync:outbox.sendAll', { count: 1 }) }).click();
  await page.getByText(words('sync:work.endedTitle')).waitFor();
  await stop('sending that failed');
}

async function visitImport(
  page: Page,
  words: Translate,
  files: readonly string[],
  stop: Stop,
): Promise<void> {
  await open(page, '/imports', words('imports:title'));
  await stop('receive files');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  const bar = page.getByRole('region', { name: words('imports:commit.label') });
  await bar.waitFor();
  const [details] = words('imports:list.detailsOf', { name: '|' }).split('|');
  for (const row of [0, 1])
    await page
      .getByRole('button', { name: details ?? '' })
      .nth(row)
      .click();
  await stop('files looked at');
  await bar.getByRole('button').last().click();
  await page.getByRole('link', { name: words('imports:summary.toConflicts') }).waitFor();
  await stop('files received');
}

async function visitConflicts(page: Page, words: Translate, stop: Stop): Promise<void> {
  await open(page, '/conflicts', words('conflicts:title'));
  const preview = page.getByRole('button', { name: words('conflicts:bar.preview') });
  await preview.waitFor();
  await stop('conflicts');
  for (const other of await page.getByRole('radio', { name: words('conflicts:other.value') }).all())
    await other.check();
  await stop('conflicts, other values');
  await page.getByRole('button', { name: words('conflicts:bulk.fill'), exact: true }).click();
  await preview.click();
  await page.getByRole('dialog').waitFor();
  await stop('decisions before they are recorded');
  await closeDialog(page);
  await page
    .getByRole('button', { name: words('lineage:open') })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await stop('where a figure comes from');
  await closeDialog(page);
  const place = await page.getByRole('heading', { level: 2 }).getByRole('link').first().getAttribute('href');
  const criterion = await page.locator('h3[id^=conflict-]').first().getAttribute('id');
  await page.goto(new URL(`${place ?? ''}/${(criterion ?? '').replace('conflict-', '')}`, page.url()).href);
  await page.getByRole('link', { name: words('desk:conflict.open') }).waitFor();
  await stop('a criterion in conflict');
}

async function visitAfterwards(page: Page, words: Translate, stop: Stop): Promise<void> {
  await open(page, '/', words('home:title'));
  await page.getByRole('link', { name: words('home:conflicts.open') }).waitFor();
  await stop('home with conflicts');
  await open(page, '/imports', words('imports:title'));
  await page.getByRole('button', { name: words('imports:startOver') }).click();
  const [undo] = words('imports:past.undoOf', { moment: '|' }).split('|');
  await page.getByRole('button', { name: undo ?? '' }).waitFor();
  await page.getByText(words('imports:past.files')).click();
  await stop('past imports');
  await page.getByRole('button', { name: undo ?? '' }).click();
  await page.getByRole('dialog').waitFor();
  await stop('undo an import?');
  await closeDialog(page);
  await open(page, '/settings', words('settings:title'));
  await page.getByText(words('settings:keys.signers')).click();
  await page.getByRole('button', { name: words('settings:keys.add'), exact: true }).click();
  await stop('keys');
  await open(page, '/criteria', words('criteria:title'));
  await page.getByRole('table').waitFor();
  await stop('criteria sets');
}
