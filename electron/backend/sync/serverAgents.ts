import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';

export interface Agents {
  readonly encrypted: https.Agent | HttpsProxyAgent<string>;
  /** Refuses every connection: a redirect must not lead to where others can listen. */
  readonly plain: http.Agent;
}

/**
 * Connections to one server. Certificates are always checked, whatever the environment says.
 * @param authority PEM of an authority that is trusted besides the usual ones; '' for none
 */
export function openAgents(authority: string, proxy: URL | null): Agents {
  const secureContext = tls.createSecureContext({
    minVersion: 'TLSv1.2',
    ...(authority !== '' && { ca: [...tls.rootCertificates, authority] }),
  });
  const secure = { secureContext, rejectUnauthorized: true };
  const reuse = { keepAlive: true, maxSockets: 2 };
  const encrypted = proxy
    ? new ThroughProxy(proxy.href, secure, reuse)
    : new https.Agent({ ...secure, ...reuse });
  return { encrypted, plain: new NotEncrypted() };
}

type Secure = Pick<tls.ConnectionOptions, 'secureContext' | 'rejectUnauthorized'>;

/** The library keeps options of the connection to the server for that to the proxy only. */
class ThroughProxy extends HttpsProxyAgent<string> {
  readonly #secure: Secure;

  constructor(proxy: string, secure: Secure, reuse: http.AgentOptions) {
    super(proxy, reuse);
    this.#secure = secure;
  }

  override connect(
    request: ClientRequest,
    options: Parameters<HttpsProxyAgent<string>['connect']>[1],
  ): Promise<Socket> {
    const { host } = options;
    // Without this, the certificate of a server that is addressed by number would be compared with `localhost`.
    const checkServerIdentity: typeof tls.checkServerIdentity = (_name, certificate) =>
      tls.checkServerIdentity(host ?? '', certificate);
    return super.connect(request, { ...options, ...this.#secure, checkServerIdentity } as typeof options);
  }
}

class NotEncrypted extends http.Agent {
  override createConnection(): never {
    throw Object.assign(new Error('not encrypted'), { code: 'ERR_NOT_ENCRYPTED' });
  }
}
