import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/** Deeper than any document of ours; keeps code that walks the value from exhausting the stack. */
export const jsonDepthLimit = 64;

/** A key that stands twice in one object. JSON parsers keep the last silently, and with it lose an answer. */
export interface RepeatedKey {
  /** Dotted place of the object, empty for the outermost. */
  readonly parent: string;
  readonly key: string;
}

export interface JsonDocument {
  /** Numbers with more digits than floating point holds are given as the text that was written. */
  readonly value: unknown;
  readonly repeatedKeys: readonly RepeatedKey[];
}

/** Reads JSON without losing anything that was written. Errors: `json-malformed`, `json-too-deep`. */
export function parseJsonDocument(text: string): Result<JsonDocument> {
  const json = text.replace(/^\uFEFF/u, '');
  try {
    JSON.parse(json);
  } catch (error) {
    return failWith('json-malformed', positionOf(json, error));
  }
  const repeatedKeys = scanKeys(json);
  if (repeatedKeys === null) return failWith('json-too-deep', { limit: jsonDepthLimit });
  return succeed({ value: parseKeepingDigits(json), repeatedKeys });
}

function positionOf(json: string, error: unknown): { readonly line: number; readonly column: number } {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/u.exec(message)?.[1];
  const before = json.slice(0, position === undefined ? json.length : Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The reviver's third argument is in Node 24 and current browsers but not yet in TypeScript's library. */
type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

function parseKeepingDigits(json: string): unknown {
  const keepDigits: SourceReviver = (_key, value, context) =>
    typeof value === 'number' && losesDigits(context.source ?? '') ? context.source : value;
  return JSON.parse(json, keepDigits as (key: string, value: unknown) => unknown);
}

function losesDigits(literal: string): boolean {
  return (
    literal
      .replace(/[eE].*$/u, '')
      .replace(/\D/gu, '')
      .replace(/^0+/u, '').length > 15
  );
}

interface Frame {
  readonly place: string;
  /** Null for a list. */
  readonly keys: Set<string> | null;
  key: string;
  index: number;
}

/** Walks valid JSON and lists repeated keys; null when it is nested too deeply. */
function scanKeys(json: string): readonly RepeatedKey[] | null {
  const repeated: RepeatedKey[] = [];
  const frames: Frame[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    const frame = frames.at(-1);
    if (sign === '"') {
      const end = endOfString(json, at);
      if (frame?.keys && nextSign(json, end + 1) === ':') {
        frame.key = JSON.parse(json.slice(at, end + 1)) as string;
        if (frame.keys.has(frame.key)) repeated.push({ parent: frame.place, key: frame.key });
        frame.keys.add(frame.key);
      }
      at = end;
    } else if (sign === '{' || sign === '[') {
      if (frames.length >= jsonDepthLimit) return null;
      frames.push({ place: placeOfNext(frame), keys: sign === '{' ? new Set() : null, key: '', index: 0 });
    } else if (sign === '}' || sign === ']') {
      frames.pop();
    } else if (sign === ',' && frame) {
      frame.index += 1;
    }
  }
  return repeated;
}

function placeOfNext(frame: Frame | undefined): string {
  if (!frame) return '';
  const own = frame.keys ? frame.key : String(frame.index);
  return frame.place === '' ? own : `${frame.place}.${own}`;
}

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1;
    else if (json[at] === '"') return at;
  }
  return json.length;
}

function nextSign(json: string, start: number): string | undefined {
  let at = start;
  while (' \t\r\n'.includes(json[at] ?? '-')) at += 1;
  return json[at];
}
