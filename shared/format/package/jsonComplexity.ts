/** What JSON text may be made of. */
export interface JsonLimits {
  /** Levels of lists and objects. */
  readonly jsonDepth: number;
  /** Lists and objects together; each takes many times the memory of its two signs. */
  readonly jsonContainers: number;
}

/** Documents of a year's work are shorter; what a text of this length can hold at worst does no harm. */
const shortText = 256 * 1024;

/**
 * Parsed JSON within its limits; undefined for any other text. A text too short to hold more lists and objects than
 * allowed is parsed first: walking values is several times faster than looking at characters.
 */
export function parseWithin(json: string, limits: JsonLimits): unknown {
  const isShort = json.length <= Math.min(shortText, 2 * limits.jsonContainers);
  if (!isShort && isTooComplex(json, limits)) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isShort && isDeeper(value, limits.jsonDepth) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Whether a value has more levels of lists and objects than these. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (isDeeper(item, levels - 1)) return true;
    return false;
  }
  for (const key of Object.keys(value)) {
    if (isDeeper((value as Readonly<Record<string, unknown>>)[key], levels - 1)) return true;
  }
  return false;
}

/** Whether JSON text is beyond its limits; asked before a long one is parsed and walked. */
function isTooComplex(json: string, { jsonDepth, jsonContainers }: JsonLimits): boolean {
  let depth = 0;
  let containers = 0;
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charCodeAt(at)) {
      case quote:
        at = endOfString(json, at);
        break;
      case openBrace:
      case openBracket:
        depth += 1;
        containers += 1;
        if (depth > jsonDepth || containers > jsonContainers) return true;
        break;
      case closeBrace:
      case closeBracket:
        depth -= 1;
        break;
      default:
    }
  }
  return false;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d,
] as const;

/** A quote ends a string unless an odd number of backslashes stands before it. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let before = end - 1;
    while (json.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return json.length;
}
