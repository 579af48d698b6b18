/** What JSON text may be made of. */
export interface JsonLimits {
  /** Levels of lists and objects. */
  readonly jsonDepth: number;
  /** Lists and objects together; each takes many times the memory of its two signs. */
  readonly jsonContainers: number;
}

/** Whether JSON text is beyond its limits; asked before it is parsed and walked. */
export function isTooComplex(json: string, { jsonDepth, jsonContainers }: JsonLimits): boolean {
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
