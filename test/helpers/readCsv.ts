/** A CSV text as RFC 4180 reads it; a mark at its start is left out. */
export function readCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const csv = text.replace(/^\uFEFF/u, '');
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (csv[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === separator) {
      row.push(field);
      field = '';
    } else if (sign === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
      at += 1;
    } else field += sign;
  }
  if (isQuoted || field !== '' || row.length > 0) throw new Error('The last line of the CSV is not closed');
  return rows;
}
