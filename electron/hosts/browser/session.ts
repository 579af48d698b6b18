import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Who may talk to the host. An address carries a token that works once; it is exchanged for a cookie.
 * Digests of the cookies live in the data folder, so that an open window goes on after the host was restarted.
 */
export interface Sessions {
  /** A new token; the one before stops working. */
  issueToken(): string;
  /** The cookie to set in exchange for the token, or `null` when it is not the one that counts. */
  exchange(token: string): string | null;
  /** Whether a request's `Cookie` header carries a session. */
  isSignedIn(cookieHeader: string | undefined): boolean;
}

const rememberedSessions = 8;

/** `port` goes into the cookie's name: browsers share cookies between the ports of one address. */
export function openSessions(digestFile: string, port: number): Sessions {
  const cookieName = `thuoc-so-${String(port)}`;
  let digests = readDigests(digestFile);
  let pendingToken: string | null = null;
  return {
    issueToken() {
      pendingToken = randomBytes(32).toString('base64url');
      return pendingToken;
    },
    exchange(token) {
      if (pendingToken === null || !isSame(digestOf(token), digestOf(pendingToken))) return null;
      pendingToken = null;
      const secret = randomBytes(32).toString('base64url');
      digests = [...digests, digestOf(secret)].slice(-rememberedSessions);
      writeDigests(digestFile, digests);
      return `${cookieName}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isSignedIn(cookieHeader) {
      const secret = readCookie(cookieHeader ?? '', cookieName);
      if (secret === null) return false;
      const offered = digestOf(secret);
      return digests.some((known) => isSame(known, offered));
    },
  };
}

function writeDigests(file: string, digests: readonly string[]): void {
  try {
    writeFileSync(file, `${digests.join('\n')}\n`, { mode: 0o600 });
  } catch {
    // A full stick: the session lasts as long as this host, and the officer can see what fills it.
  }
}

function readDigests(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^[0-9a-f]{64}$/u.test(line));
  } catch {
    // No file yet, or one that cannot be read: whoever was signed in opens the new address once.
    return [];
  }
}

function readCookie(header: string, name: string): string | null {
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
