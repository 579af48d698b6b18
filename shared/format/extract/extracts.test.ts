import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../test/helpers/readCsv.ts';
import { readXml } from '../../../test/helpers/readXml.ts';
import type { ReportColumn, ReportTable } from '../../report/summary/reportTable.ts';
import { toCsv } from './csvExtract.ts';
import { toJsonExtract } from './jsonExtract.ts';
import { neutraliseFormula } from './neutraliseFormula.ts';
import { toXmlExtract } from './xmlExtract.ts';

function columnOf(id: string, type: ReportColumn['type']): ReportColumn {
  return {
    id,
    title: `Cột ${id}`,
    meaning: '',
    type,
    unit: '',
    source: '',
    isPersonal: false,
    weight: null,
    isHeat: false,
    isChange: false,
  };
}

function tableOf(rows: ReportTable['rows']): ReportTable {
  const columns = [columnOf('name', 'text'), columnOf('figure', 'number'), columnOf('day', 'date')];
  return { id: 'sample', title: 'Bảng', sheetName: 'Bảng', note: 'a < b & "c"', columns, rows };
}

const hostile = [
  '=1+1',
  '+84 236',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =cmd|calc',
  '\u00a0=1',
  '＝1',
  '=HYPERLINK("http://x";"y")',
  '- Đã ban hành kế hoạch',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.constantFrom(...hostile),
);
const anyRow = fc.tuple(
  fc.option(anyText),
  fc.option(fc.constantFrom('0', '12', '79.996', '-0.5')),
  fc.option(fc.constantFrom('2026-03-05')),
);

describe('a text that could be a formula', () => {
  it.each(hostile)('%j no longer begins like one', (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`);
  });

  it('stays as it is otherwise', () => {
    for (const text of ['12/QĐ-UBND', 'a=1', '', "'đã có", '5 - 3'])
      expect(neutraliseFormula(text)).toBe(text);
  });
});

describe('CSV', () => {
  it('is read back cell by cell in both dialects, and no text is a formula', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        for (const dialect of ['excel', 'machine'] as const) {
          const read = readCsv(toCsv(tableOf(rows), dialect), dialect === 'excel' ? ';' : ',');
          expect(read).toHaveLength(rows.length + 1);
          rows.forEach(([name, figure, day], index) => {
            const decimal = dialect === 'excel' ? figure?.replace('.', ',') : figure;
            expect(read[index + 1]).toEqual([neutraliseFormula(name ?? ''), decimal ?? '', day ?? '']);
            expect(read[index + 1]?.[0]).not.toMatch(/^\s*[=+\-@]/u);
          });
        }
      }),
    );
  });

  it('for Excel has the mark of UTF-8, semicolons and decimal commas; negative figures stay figures', () => {
    expect(toCsv(tableOf([['a;b', '-0.5', '2026-03-05']]), 'excel')).toBe(
      '\uFEFFCột name;Cột figure;Cột day\r\n"a;b";-0,5;2026-03-05\r\n',
    );
  });

  it('for machines is RFC 4180 with stable names', () => {
    expect(toCsv(tableOf([['a"b', '79.996', null]]), 'machine')).toBe(
      'name,figure,day\r\n"a""b",79.996,\r\n',
    );
  });
});

const metadata = [{ id: 'title', label: 'Tên', value: 'Báo cáo <năm 2026> & "quý"' }];

describe('JSON', () => {
  it('holds numbers as numbers and keeps texts as they are', () => {
    const table = tableOf([
      ['=1+1', '79.996', '2026-03-05'],
      [null, null, null],
    ]);
    const json: unknown = JSON.parse(toJsonExtract({ metadata, tables: [table], dictionary: tableOf([]) }));
    expect(json).toMatchObject({
      format: 'thuoc-so-extract',
      version: 1,
      metadata: { title: metadata[0]?.value },
      tables: {
        sample: {
          rows: [
            { name: '=1+1', figure: 79.996, day: '2026-03-05' },
            { name: null, figure: null, day: null },
          ],
        },
      },
      dictionary: [],
    });
  });
});

describe('XML', () => {
  it('is well formed whatever stands in the cells, and is read back', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const xml = readXml(toXmlExtract({ metadata, tables: [tableOf(rows)], dictionary: tableOf([]) }));
        const [head, table, dictionary] = xml.children;
        expect(head?.children[0]).toMatchObject({ name: 'title', text: metadata[0]?.value });
        expect(table?.attributes).toEqual({ id: 'sample', title: 'Bảng', note: 'a < b & "c"' });
        expect(dictionary).toMatchObject({ name: 'dictionary', children: [] });
        expect(table?.children).toHaveLength(rows.length);
        rows.forEach(([name, figure, day], index) => {
          const cells = Object.fromEntries(
            (table?.children[index]?.children ?? []).map((cell) => [cell.name, cell.text]),
          );
          // XML 1.0 has no place for control signs.
          const shown = name?.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
          expect(cells).toEqual({
            ...(name === null ? {} : { name: shown }),
            ...(figure === null ? {} : { figure }),
            ...(day === null ? {} : { day }),
          });
        });
      }),
    );
  });
});
