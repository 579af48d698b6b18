import { expect, test, vi } from 'vitest';
import { createTranslate } from '#backend/translate.ts';
import { chooseFolder } from './chooseFolder.ts';

type Electron = typeof import('electron');

test('the dialog offers folders alone, and a closed one chooses none', async () => {
  const showOpenDialog = vi.fn<Electron['dialog']['showOpenDialog']>(() =>
    Promise.resolve({ canceled: false, filePaths: ['E:\\ThuocSo'] }),
  );
  const t = createTranslate('vi');
  expect(await chooseFolder({ showOpenDialog }, t)).toBe('E:\\ThuocSo');
  expect(showOpenDialog).toHaveBeenCalledWith({
    title: t('host:chooseFolder'),
    properties: expect.arrayContaining(['openDirectory']) as string[],
  });
  showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
  expect(await chooseFolder({ showOpenDialog }, t)).toBeNull();
});
