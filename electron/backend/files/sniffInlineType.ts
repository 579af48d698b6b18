/** Kinds that a browser shows without running anything in them. */
export type InlineType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/** As many bytes of a file as `sniffInlineType` needs. */
export const sniffedBytes = 12;

/**
 * The kind of a file by its first bytes, whatever its name says; undefined for everything that is only to be saved
 * (SVG and HTML among them: both can carry scripts). Signatures: https://mimesniff.spec.whatwg.org/.
 */
export function sniffInlineType(start: Buffer): InlineType | undefined {
  const text = start.toString('latin1');
  return signatures.find(([pattern]) => pattern.test(text))?.[1];
}

const signatures: readonly (readonly [RegExp, InlineType])[] = [
  [/^%PDF-/u, 'application/pdf'],
  [/^\u0089PNG\r\n\u001a\n/u, 'image/png'],
  [/^\u00ff\u00d8\u00ff/u, 'image/jpeg'],
  [/^GIF8[79]a/u, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/u, 'image/webp'],
];
