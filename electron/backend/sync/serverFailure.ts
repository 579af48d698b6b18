import { appError, fail, type AppError, type Result } from '#shared/errors/result.ts';

/** What errors name: the server's host, and the proxy on the way to it. */
export interface Way {
  readonly host: string;
  /** Null for none. */
  readonly proxy: string | null;
  /** How long nothing may come, in seconds. */
  readonly stallSeconds: number;
}

/** Nothing came for too long. */
export class Stalled extends Error {}

/** What came is no answer to what was asked. */
export class AnswerMalformed extends Error {}

/**
 * The named error of an answer or of a connection; undefined for a fault of ours. Errors: `certificate-…`,
 * `target-not-https`, `target-unreachable`, `target-stalled`, `target-password-wrong`, `target-forbidden`,
 * `target-not-webdav`, `target-locked`, `target-busy`, `target-full`, `target-refuses-size`, `target-failing`,
 * `target-answer-malformed`, `proxy-refused`.
 */
export function toServerError(error: unknown, way: Way): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof Stalled) return stalled(way);
  if (error instanceof AnswerMalformed) return appError('target-answer-malformed', { host: way.host });
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number') return errorOfStatus(status, way);
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined) {
    const found = [...causes].find(([pattern]) => pattern.test(code));
    if (found) return appError(found[1], { host: way.host, reason: code });
  }
  // How the libraries say that a connection broke or led elsewhere; their causes are no part of their interface.
  const isOfLibrary =
    ['FetchError', 'AbortError'].includes(error.name) || /proxy|socket/iu.test(error.message);
  return isOfLibrary
    ? appError('target-unreachable', { host: way.host, reason: code ?? error.name })
    : undefined;
}

function stalled({ host, stallSeconds }: Way): AppError {
  return appError('target-stalled', { host, seconds: stallSeconds });
}

// https://nodejs.org/api/tls.html#x509-certificate-error-codes and the codes of libuv.
const causes = new Map<RegExp, AppError['code']>([
  [/^ERR_TLS_CERT_ALTNAME/u, 'certificate-wrong-host'],
  [/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/u, 'certificate-expired'],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE|HOSTNAME_MISMATCH)/u,
    'certificate-untrusted',
  ],
  [/^(?:ERR_NOT_ENCRYPTED|ERR_SSL_WRONG_VERSION_NUMBER|EPROTO)$/u, 'target-not-https'],
  [/^(?:E[A-Z]+|ERR_STREAM_PREMATURE_CLOSE|ERR_SSL_\w+|ERR_TLS_\w+|HPE_\w+)$/u, 'target-unreachable'],
]);

const statuses: Readonly<Record<number, AppError['code']>> = {
  401: 'target-password-wrong',
  403: 'target-forbidden',
  404: 'target-not-webdav',
  405: 'target-not-webdav',
  408: 'target-busy',
  // Somebody changed the folder at the same moment.
  409: 'target-locked',
  413: 'target-refuses-size',
  423: 'target-locked',
  425: 'target-busy',
  429: 'target-busy',
  501: 'target-not-webdav',
  502: 'target-busy',
  503: 'target-busy',
  504: 'target-busy',
  507: 'target-full',
};

function errorOfStatus(status: number, { host, proxy }: Way): AppError {
  if (status === 407) return appError('proxy-refused', { proxy: proxy ?? host });
  return appError(statuses[status] ?? 'target-failing', { host, place: host, status });
}

/** Runs work on a server; failures that a server can cause become a result, the rest is thrown on. */
export async function onServer<T>(way: Way, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const known = toServerError(error, way);
    if (!known) throw error;
    return fail([known]);
  }
}
