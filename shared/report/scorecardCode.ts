/** What the QR code ties the sheet to. */
export interface ScorecardIdentity {
  readonly unitCode: string;
  /** Canonical code, e.g. `2026-Q3`. */
  readonly period: string;
  readonly revision: number;
  /** SHA-256 in hexadecimal of what the sheet says. */
  readonly contentDigest: string;
}

/**
 * Text of the QR code: `TS1:<unit>:<period>:R<revision>:<SHA-256 of the content>`, all capitals. The letters are
 * those of the QR standard's alphanumeric mode, which keeps the code small enough for a bad printer; `1` is the
 * version of this layout.
 */
export function scorecardCode(identity: ScorecardIdentity): string {
  const { unitCode, period, revision, contentDigest } = identity;
  return `TS1:${unitCode}:${period}:R${String(revision)}:${contentDigest}`.toUpperCase();
}

/** First eight digits of a digest, for comparing sheet, screen and file name by eye: `1A2B3C4D`. */
export function shortCode(digest: string): string {
  return digest.slice(0, 8).toUpperCase();
}
