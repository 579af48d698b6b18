/**
 * JSON with object keys in code-unit order and no spaces: equal content gives equal text, whatever the order
 * in which it was written. Used wherever content is digested.
 */
export function toCanonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return Array.isArray(value) ? listText(value) : objectText(value as Readonly<Record<string, unknown>>);
}

// Every value of an import passes here, so that texts are put together without lists in between.
function listText(list: readonly unknown[]): string {
  let text = '[';
  for (let place = 0; place < list.length; place += 1) {
    if (place > 0) text += ',';
    text += toCanonicalJson(list[place]);
  }
  return `${text}]`;
}

function objectText(members: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key];
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${JSON.stringify(key)}:${toCanonicalJson(member)}`;
  }
  return `${text}}`;
}
