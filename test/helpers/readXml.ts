/** An element as read; `text` is what stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads XML strictly: tags must close in order, signs must be allowed, entities known. Throws otherwise. */
export function readXml(xml: string): XmlElement {
  if (hasForbiddenSign(xml)) throw new Error('Forbidden sign');
  const open: OpenElement[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const body = xml.replace(/^<\?xml [^?]*\?>/u, '');
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+/gu)) {
    const innermost = open.at(-1);
    if (!innermost) throw new Error('Closed too often');
    if (!token.startsWith('<')) innermost.text += decode(token);
    else if (token.startsWith('</')) {
      if (innermost.name !== token.slice(2, -1)) throw new Error(`${token} closes ${innermost.name}`);
      open.pop();
    } else {
      const element = readTag(token);
      innermost.children.push(element);
      if (!token.endsWith('/>')) open.push(element);
    }
  }
  const [root] = open[0]?.children ?? [];
  if (open.length !== 1 || !root) throw new Error('Not closed');
  return root;
}

/** XML 1.0 forbids controls but for tab, line feed and carriage return, and two signs that stand for none. */
function hasForbiddenSign(xml: string): boolean {
  const withoutAllowed = xml.replaceAll(/[\t\n\r]/gu, '');
  return [...withoutAllowed].some((sign) => sign < ' ' || sign === '\uFFFE' || sign === '\uFFFF');
}

function readTag(token: string): OpenElement {
  const match = /^<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*\/?>$/u.exec(token);
  if (!match) throw new Error(`Malformed tag ${token}`);
  const attributes = [...(match[2] ?? '').matchAll(/([\w.:-]+)="([^"]*)"/gu)].map(
    ([, name = '', value = '']) => [name, decode(value)],
  );
  return {
    name: match[1] ?? '',
    attributes: Object.fromEntries(attributes) as Record<string, string>,
    children: [],
    text: '',
  };
}

function decode(text: string): string {
  return text.replaceAll(/&([^;]*);?/gu, (whole, name: string) => {
    if (/^#\d+$/u.test(name)) return String.fromCodePoint(Number(name.slice(1)));
    const sign = entities[name];
    if (sign === undefined || !whole.endsWith(';')) throw new Error(`Unknown entity ${whole}`);
    return sign;
  });
}
