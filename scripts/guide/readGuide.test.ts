import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPictures, readGuide } from './readGuide.ts';

const docs = path.resolve(import.meta.dirname, '../../docs');

describe('the user guide', () => {
  it('is read whole, and every picture it shows is there', () => {
    const blocks = readGuide(readFileSync(path.join(docs, 'huong-dan-su-dung.md'), 'utf8'));
    expect(blocks[0]).toEqual({
      kind: 'heading',
      depth: 1,
      line: [{ kind: 'text', text: 'Hướng dẫn sử dụng Thước Số' }],
    });
    const pictures = listPictures(blocks);
    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.filter((picture) => !existsSync(path.join(docs, 'pictures', picture)))).toEqual([]);
  });

  it('keeps lines, lists, tables and pictures', () => {
    expect(
      readGuide('1. một **hai**\n2. ba\n\n| a | b |\n| - | - |\n| c | d |\n\n![ảnh](pictures/x.png)'),
    ).toEqual([
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            { kind: 'text', text: 'một ' },
            { kind: 'strong', text: 'hai' },
          ],
          [{ kind: 'text', text: 'ba' }],
        ],
      },
      {
        kind: 'table',
        head: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
        rows: [[[{ kind: 'text', text: 'c' }], [{ kind: 'text', text: 'd' }]]],
      },
      { kind: 'picture', source: 'x.png', text: 'ảnh' },
    ]);
  });

  it('refuses what its screen could not show', () => {
    expect(() => readGuide('```\ncode\n```')).toThrow('cannot show');
  });
});
