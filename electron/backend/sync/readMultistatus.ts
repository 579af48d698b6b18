import { parseXML, type DAVResultResponse } from 'webdav';
import { AnswerMalformed } from './serverFailure.ts';
import type { RemoteEntry } from './target.ts';

/** What is asked about each entry. */
export const listedProperties = `<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/><getetag/></prop></propfind>`;

/**
 * What an answer to PROPFIND of depth 1 says stands in the folder; entries whose name cannot be read are left out.
 * Throws `AnswerMalformed`, also for an answer that was cut off: a listing that lacks something would be believed.
 */
export async function readMultistatus(text: string): Promise<readonly RemoteEntry[]> {
  // Nothing here needs entities of its own making, which can grow without end.
  if (!/<\/(?:[\w-]+:)?multistatus>\s*$/u.test(text) || /<!(?:DOCTYPE|ENTITY)/iu.test(text)) {
    throw new AnswerMalformed();
  }
  const responses = await parse(text);
  const places = responses.map((response) => ({ response, segments: segmentsOf(response.href) }));
  // The folder itself stands in its own listing; what stands in it lies one step deeper, whatever a proxy makes of
  // the beginning of the addresses.
  const own = Math.min(...places.map(({ segments }) => segments?.length ?? Infinity));
  if (own === Infinity) throw new AnswerMalformed();
  return places.flatMap(({ response, segments }) =>
    segments?.length === own + 1 ? [describe(response, segments.at(-1) ?? '')] : [],
  );
}

async function parse(text: string): Promise<readonly DAVResultResponse[]> {
  try {
    const parsed = await parseXML(text, {
      attributeNamePrefix: '@',
      attributeParsers: [],
      // Values stay texts: an entity tag is no number, even if it looks like one.
      tagParsers: [() => undefined],
      entityDecoder: { limit: { maxTotalExpansions: 0, maxExpandedLength: 0 } },
    });
    return parsed.multistatus.response;
  } catch (error) {
    throw new AnswerMalformed('multistatus', { cause: error });
  }
}

/** Undefined where it cannot be read. */
function segmentsOf(href: unknown): readonly string[] | undefined {
  const url = typeof href === 'string' ? URL.parse(href, 'https://target.invalid/') : null;
  if (!url) return undefined;
  try {
    return url.pathname
      .split('/')
      .filter((one) => one !== '')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function describe({ propstat }: DAVResultResponse, name: string): RemoteEntry {
  if (propstat?.prop === undefined || !/ 2\d\d /u.test(`${propstat.status} `)) throw new AnswerMalformed();
  const { resourcetype, getcontentlength, getlastmodified, getetag } = propstat.prop as Readonly<
    Record<string, unknown>
  >;
  const modifiedAt = dateOf(getlastmodified);
  // Apache calls a tag weak during the first second, and the same one strong afterwards.
  const tag = textOf(getetag).replace(/^W\//u, '');
  if (typeof resourcetype === 'object' && resourcetype !== null && 'collection' in resourcetype) {
    return { name, kind: 'folder', size: 0, tag: tag === '' ? null : tag, modifiedAt };
  }
  // Without a size it cannot pass for one of ours, and need not stand in the way of the others.
  const size = Number(/^\d{1,15}$/u.exec(textOf(getcontentlength))?.[0] ?? 0);
  return {
    name,
    kind: 'file',
    size,
    tag: tag === '' ? `${String(size)}-${textOf(getlastmodified)}` : tag,
    modifiedAt,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Null for what is no date. */
export function dateOf(value: unknown): Date | null {
  const date = new Date(textOf(value));
  return Number.isNaN(date.getTime()) ? null : date;
}
