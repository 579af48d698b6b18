import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '../../../test/helpers/postgresServer.ts';
import { toArrayText } from './arrayText.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

test.each([
  { name: 'plain words', texts: ['Phường Hải Châu', '', 'NULL', null] },
  { name: 'what has a meaning in arrays', texts: ['{a,b}', '"', '\\', '\\\\n', 'a\\"b', "o'o", 'ư → "→"'] },
  {
    name: 'what JSON writes in its own way',
    texts: ['dòng\nmới', '\t', '\u0001', '\u001f"', '\u007f\u2028'],
  },
])('PostgreSQL reads $name as they were', async ({ texts }) => {
  const address = await server.createDatabase();
  const [row] = await server.run(address, 'SELECT $1::text[] AS texts', [toArrayText(texts)]);
  expect(row?.['texts']).toEqual(texts);
});

test('PostgreSQL reads numbers and truth values as they were', async () => {
  const address = await server.createDatabase();
  const values = [toArrayText([1, -2, null]), toArrayText([true, false, null])];
  const [row] = await server.run(address, 'SELECT $1::integer[] AS numbers, $2::boolean[] AS truths', values);
  expect(row).toEqual({ numbers: [1, -2, null], truths: [true, false, null] });
});
