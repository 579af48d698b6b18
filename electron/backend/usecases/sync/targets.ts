import { X509Certificate } from 'node:crypto';
import path from 'node:path';
import type { SyncTarget, TargetInput } from '#shared/api/syncCalls.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { NewTarget, TargetRecord } from '../../db/targetTable.ts';
import { toProxy } from '../../sync/chooseProxy.ts';
import type { UseCaseContext } from '../context.ts';

type Nothing = Record<string, never>;

/** Places where packages are exchanged, by name. Errors of the storage. */
export function listTargets(context: UseCaseContext): Result<SyncTarget[]> {
  const records = context.store.read((reader) => succeed(reader.listTargets()));
  if (!records.ok) return records;
  const described = collect(records.value.map((record) => describe(context, record)));
  return described.ok ? succeed([...described.value]) : described;
}

function describe(context: UseCaseContext, record: TargetRecord): Result<SyncTarget> {
  const { number: _, authority, proxy, ...told } = record;
  const password = context.targetSecrets.read(record.id);
  if (!password.ok) return password;
  return succeed({
    ...told,
    hasPassword: password.value !== null,
    authority: authority === '' ? null : describeAuthority(authority),
    proxy: proxy === '' ? null : proxy,
  });
}

function describeAuthority(pem: string): NonNullable<SyncTarget['authority']> {
  const { subject, validTo } = new X509Certificate(pem);
  const name = /^CN=(.+)$/mu.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
  return { name, validTo: new Date(validTo).toISOString() };
}

/**
 * Adds a place or changes one; the password goes to the keys of this installation, and is forgotten where another
 * server takes the place of the one it was for. Errors: `target-unknown`,
 * `target-address-malformed`, `target-not-https`, `authority-malformed`, and those of the storage.
 */
export function saveTarget(context: UseCaseContext, input: TargetInput): Result<{ readonly id: string }> {
  const { store, targetSecrets } = context;
  const known = store.read((reader) => succeed(input.id === null ? undefined : reader.findTarget(input.id)));
  if (!known.ok) return known;
  if (input.id !== null && !known.value) return failWith('target-unknown');
  const target = checkTarget(input, known.value, input.id ?? context.newId());
  if (!target.ok) return target;
  const { id } = target.value;
  const password = input.password ?? (isElsewhere(known.value, target.value) ? '' : null);
  return store.write((writer) => {
    const same = writer.findTargetAt(target.value);
    // The same place under two names would be read and remembered twice.
    if (same && same.id !== id) return failWith('target-exists', { name: same.name });
    if (known.value) writer.updateTarget(target.value);
    else writer.insertTarget(target.value);
    // Last, so that a place that is refused leaves no password behind, nor changes one.
    const kept =
      password === null ? succeed(null) : targetSecrets.save(id, password === '' ? null : password);
    return kept.ok ? succeed({ id }) : kept;
  });
}

function checkTarget(input: TargetInput, known: TargetRecord | undefined, id: string): Result<NewTarget> {
  const { kind, userName = '', authority = null } = input;
  const address = kind === 'folder' ? toFolder(input.address) : toServerAddress(input.address);
  if (!address.ok) return address;
  const proxy = input.proxy ?? '';
  const proxyAddress = proxy === '' ? null : toProxy(proxy);
  // A password in it would lie in the database; that of the environment may hold one.
  if (proxy !== '' && (!proxyAddress || `${proxyAddress.username}${proxyAddress.password}` !== '')) {
    return failWith('target-address-malformed', { address: withoutSecrets(proxy) }, 'proxy');
  }
  const pem = authority ?? known?.authority ?? '';
  if (pem !== '' && !isCertificate(pem)) return failWith('authority-malformed', {}, 'authority');
  const name = input.name.trim() === '' ? address.value : input.name.trim();
  return succeed({ id, kind, name, address: address.value, userName, authority: pem, proxy });
}

/** A password goes to no other server than the one that it was entered for. */
function isElsewhere(known: TargetRecord | undefined, target: NewTarget): boolean {
  return known !== undefined && URL.parse(known.address)?.origin !== URL.parse(target.address)?.origin;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

function toFolder(text: string): Result<string> {
  const folder = text.trim();
  // Without the separator that many write at its end.
  return path.isAbsolute(folder)
    ? succeed(path.resolve(folder))
    : failWith('target-address-malformed', { address: withoutSecrets(text) }, 'address');
}

function toServerAddress(text: string): Result<string> {
  const url = URL.parse(text.trim());
  if (url?.protocol === 'http:') return failWith('target-not-https', { host: url.host }, 'address');
  const isPlain = url && `${url.username}${url.password}${url.search}${url.hash}` === '';
  if (!isPlain || url.protocol !== 'https:') {
    return failWith('target-address-malformed', { address: withoutSecrets(text) }, 'address');
  }
  return succeed(url.href.endsWith('/') ? url.href : `${url.href}/`);
}

/** What somebody typed may hold a password, with any sign in it, and errors are shown and logged. */
function withoutSecrets(text: string): string {
  return text
    .trim()
    .replace(/^(\w+:\/\/)?.*@/su, '$1')
    .slice(0, 200);
}

/** Whether an address names a server; else it is a folder of this machine. */
export function isServer(address: string): boolean {
  return /^https?:\/\//iu.test(address);
}

/**
 * The place at an address, added where it is not known yet: what a command names on its line. Errors: those of
 * `saveTarget`.
 */
export function findOrAddTarget(
  context: UseCaseContext,
  place: { readonly address: string; readonly userName: string; readonly authority: string | null },
): Result<{ readonly id: string }> {
  const kind = isServer(place.address) ? 'webdav' : 'folder';
  const input = { id: null, kind, name: '', ...place } as const;
  const target = checkTarget(input, undefined, '');
  if (!target.ok) return target;
  const known = context.store.read((reader) => succeed(reader.findTargetAt(target.value)));
  if (!known.ok) return known;
  if (!known.value) return saveTarget(context, input);
  const { id, name, proxy } = known.value;
  return place.authority === null ? succeed({ id }) : saveTarget(context, { ...input, id, name, proxy });
}

/**
 * Errors: `target-unknown`, `target-in-use` {count}, `sync-busy`, and those of the storage.
 * @param isSyncing whether this process may be fetching from there now
 */
export function removeTarget(
  { store, targetSecrets }: UseCaseContext,
  id: string,
  isSyncing = false,
): Result<Nothing> {
  return store.write((writer) => {
    const target = writer.findTarget(id);
    if (!target) return failWith('target-unknown');
    // What is fetched is remembered of the place that it came from.
    if (isSyncing) return failWith('sync-busy');
    const count = writer.listOpenOf(target.number).length;
    if (count > 0) return failWith('target-in-use', { count });
    writer.removeTarget(target.number);
    const forgotten = targetSecrets.save(id, null);
    return forgotten.ok ? succeed({}) : forgotten;
  });
}
