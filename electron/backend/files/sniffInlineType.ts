/** Kinds that a browser shows without running anything in them. */
export type InlineType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/** As many bytes of a file as `sniffInlineType` needs. */
export const sniffedBytes = 12;

/**
 * The kind of a file by its first bytes, whatever its name says; undefined for everything that is only to be saved
 * (SVG and HTML among them: both can carry scripts). Signatures: https://mimesniff.spec.whatwg.org/.
 */
export function sniffInlineType(start: Buffer): InlineType | undefined {
  const found = signatures.find(
    ({ begin, later }) => stands(start, 0, begin) && stands(start, 8, later ?? ''),
  );
  return found?.type;
}

function stands(start: Buffer, at: number, bytes: string): boolean {
  return start.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'));
}

interface Signature {
  /** One character for each byte. */
  readonly begin: string;
  /** What follows from the ninth byte on. */
  readonly later?: string;
  readonly type: InlineType;
}

const signatures: readonly Signature[] = [
  { begin: '%PDF-', type: 'application/pdf' },
  { begin: '\u0089PNG\r\n\u001A\n', type: 'image/png' },
  { begin: '\u00FF\u00D8\u00FF', type: 'image/jpeg' },
  { begin: 'GIF87a', type: 'image/gif' },
  { begin: 'GIF89a', type: 'image/gif' },
  { begin: 'RIFF', later: 'WEBP', type: 'image/webp' },
];
