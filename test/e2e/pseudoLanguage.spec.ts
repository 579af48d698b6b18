import { fingerprintWords } from '../../electron/backend/files/keys/fingerprintWords.ts';
import { startBrowserHost } from '../helpers/browserHost.ts';
import { readDemo } from './demoTexts.ts';
import { expect, test } from './fixtures.ts';
import { closing, createStretchedTranslate, opening, speakStretched, stretch } from './pseudoLanguage.ts';
import { findLayoutFaults, findOutsideTexts, readTexts } from './screenFaults.ts';
import { visitEveryScreen } from './tour.ts';
import { attachedName } from './tourDesk.ts';

/** Every text inside a value, longest first: what is part of another must not be taken out of it before. */
function textsIn(value: unknown): readonly string[] {
  const found = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part === 'string') found.add(part.normalize('NFC').replaceAll(/\s+/gu, ' ').trim());
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
  };
  collect(value);
  return [...found].filter((text) => text.length > 1).toSorted((a, b) => b.length - a.length);
}

// These name themselves, in every language.
const ownNames = ['Tiếng Việt', 'English'];

/** The short form of a digest, as on screen and on paper. */
const contentCode = /^[0-9A-F]{8}$/u;
/** Where encrypted files go. */
const recipient = /^age1[0-9a-z]+$/u;

/** What stands for keys and contents is the same in every language. */
function isOfKeys(text: string): boolean {
  return contentCode.test(text) || recipient.test(text) || fingerprintWords.includes(text);
}

test('a text is put in marks and grows by two fifths, what is filled in stays', () => {
  expect(stretch('Lưu')).toBe('⟦Lưuưỡ⟧');
  const grown = stretch('Đã lưu lúc {{moment}}');
  expect(grown).toMatch(/^⟦Đã lưu lúc \{\{moment\}\} \S+⟧$/u);
});

test('a planted text and planted narrow boxes are found', async ({ page }) => {
  await page.setContent(`
    <title>⟦Tên⟧</title>
    <p>⟦Của danh mục⟧ 12,5 % Phường Hải Châu</p><p>Viết thẳng</p><input aria-label="Nghe thấy">
    <div style="overflow: hidden; width: 60px; white-space: nowrap">⟦Bị cắt ở bên cạnh⟧</div>
    <button style="width: 60px; white-space: nowrap">⟦Tràn ra ngoài nút bấm⟧</button>
    <div style="width: 3000px">⟦Rộng⟧</div>`);
  const texts = await readTexts(page);
  expect(findOutsideTexts(texts, [opening, closing], ['Phường Hải Châu'])).toEqual([
    'Viết thẳng',
    'Nghe thấy',
  ]);
  expect(await findLayoutFaults(page)).toEqual([
    expect.stringContaining('page 30'),
    expect.stringContaining('cut at the side: div'),
    expect.stringContaining('runs out: button'),
  ]);
});

test('on every screen each text comes from the catalogue and has room to grow by two fifths', async ({
  page,
  set,
  content,
  packages,
  dataFolder,
}) => {
  const host = await startBrowserHost(dataFolder, '--demo', '--lang', 'vi');
  const data = textsIn([
    [content.sets, content.unitLists, content.targets, readDemo(), packages.contents],
    [ownNames, dataFolder, attachedName],
  ]);
  // What is wrong on one screen is often wrong on all; where it was seen first is enough.
  const faults = new Map<string, string>();
  const note = (fault: string, where: string): unknown => faults.has(fault) || faults.set(fault, where);
  await speakStretched(page);
  try {
    const words = createStretchedTranslate();
    const tour = { page, host, set, language: 'vi' as const, words, packages: packages.files };
    await visitEveryScreen(tour, async (where) => {
      const outside = findOutsideTexts(await readTexts(page), [opening, closing], data);
      for (const text of outside.filter((one) => !isOfKeys(one)))
        note(`outside the catalogue: ${text}`, where);
      for (const fault of await findLayoutFaults(page)) note(fault, where);
    });
  } finally {
    await host.kill();
    expect.soft([...faults].map(([fault, where]) => `${where}: ${fault}`)).toEqual([]);
  }
});
