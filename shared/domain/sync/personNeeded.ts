import type { ErrorCode } from '../../errors/errorCodes.ts';

/** Failures of sending and fetching that pass by nobody waiting for them: somebody must set something right first. */
const untilSetRight: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'target-address-malformed',
  'target-not-https',
  'target-not-webdav',
  'target-forbidden',
  'target-read-only',
  'target-refuses-size',
  'target-password-missing',
  'target-password-wrong',
  'certificate-untrusted',
  'certificate-wrong-host',
  'certificate-expired',
  'proxy-refused',
  'outbox-package-gone',
]);

export function needsPerson(code: ErrorCode): boolean {
  return untilSetRight.has(code);
}

/** Failures that would meet every other file too, so that going on would only take time. */
const ofWholeTarget: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'target-address-malformed',
  'target-not-https',
  'target-not-webdav',
  'target-absent',
  'target-full',
  'target-unreachable',
  'target-stalled',
  'target-busy',
  'target-password-missing',
  'target-password-wrong',
  'certificate-untrusted',
  'certificate-wrong-host',
  'certificate-expired',
  'proxy-refused',
  'disk-full',
  'folder-read-only',
]);

export function concernsWholeTarget(code: ErrorCode): boolean {
  return ofWholeTarget.has(code);
}
