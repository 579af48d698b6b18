/** Which variables say where the proxy is; both spellings are in use. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a host: the one set for the target, else that of `HTTPS_PROXY`, unless `NO_PROXY` names the host.
 * Null for none, also where the variable holds no address.
 * @param own '' for none
 */
export function chooseProxy(url: URL, own: string, environment: ProxyEnvironment): URL | null {
  if (own !== '') return toProxy(own);
  const given = environment['HTTPS_PROXY'] ?? environment['https_proxy'] ?? '';
  const exceptions = environment['NO_PROXY'] ?? environment['no_proxy'] ?? '';
  return given === '' || isExcepted(url, exceptions) ? null : toProxy(given);
}

/** Null for what is no address of a proxy. */
export function toProxy(text: string): URL | null {
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  return url && ['http:', 'https:'].includes(url.protocol) ? url : null;
}

/** As curl reads it: hosts and domains with all below them, each perhaps with a port, or `*`. */
function isExcepted({ hostname, port }: URL, exceptions: string): boolean {
  return exceptions
    .split(/[\s,]+/u)
    .filter((one) => one !== '')
    .some((one) => {
      if (one === '*') return true;
      const [, name = '', onlyPort = ''] = /^\*?\.?(.*?)(?::(\d+))?$/u.exec(one.toLowerCase()) ?? [];
      if (onlyPort !== '' && onlyPort !== (port === '' ? '443' : port)) return false;
      return hostname === name || hostname.endsWith(`.${name}`);
    });
}
