import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { instant, sha256, shortText } from './general.ts';
import { packageKind } from './imports.ts';

/** How far a package on its way out is; `failed` without a next try waits for a person. */
export const outboxState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('sending'), attempts: z.int(), since: instant }),
  z.object({ kind: z.literal('sent'), sentAt: instant }),
  z.object({
    kind: z.literal('received'),
    sentAt: instant,
    receivedAt: instant,
    receiverName: z.string(),
  }),
  z.object({
    kind: z.literal('failed'),
    attempts: z.int(),
    failedAt: instant,
    error: appErrorSchema,
    nextTryAt: instant.nullable(),
  }),
]);

export const outboxItem = z.object({
  id: z.string(),
  targetId: z.string(),
  targetName: z.string(),
  kind: packageKind,
  unitName: z.string(),
  period: z.string(),
  /** 0 for a working copy. */
  revision: z.int(),
  /** The assessment here that it is about; null where that is not here any more. */
  assessmentId: z.string().nullable(),
  size: z.int(),
  sha256,
  /** Below the target's own folder. */
  remotePath: z.string(),
  addedAt: instant,
  state: outboxState,
});

/** An export or a receipt that lies ready, by its `downloadId`; the passphrase if it was encrypted with one. */
export const outboxAddition = z.strictObject({
  downloadId: z.string(),
  targetId: z.string(),
  passphrase: z.string().max(1000).nullable().default(null),
});

export const targetKind = z.enum(['folder', 'webdav']);

export const target = z.object({
  id: z.string(),
  kind: targetKind,
  name: z.string(),
  /** The folder's path, or an address that begins with `https://`. */
  address: z.string(),
  userName: z.string(),
  /** Whether a password lies with the keys of this installation; passwords are never given out. */
  hasPassword: z.boolean(),
  /** The certificate authority that is trusted for this target alone. */
  authority: z.object({ name: z.string(), validTo: instant }).nullable(),
  /** `http://host:port`; null for that of the environment, if any. */
  proxy: z.string().nullable(),
  /** When the last synchronisation of this kind went through to its end. */
  pulledAt: instant.nullable(),
  sentAt: instant.nullable(),
});

export const targetInput = z.strictObject({
  /** Null for a new one. */
  id: z.string().nullable(),
  kind: targetKind,
  name: shortText,
  address: z.string().max(2000),
  userName: shortText.default(''),
  /** Null keeps what is known. */
  password: z.string().max(1000).nullable().default(null),
  /** PEM; '' for none, null keeps what is known. */
  authority: z.string().max(200_000).nullable().default(null),
  proxy: z.string().max(2000).nullable().default(null),
});

/** What works at a target, tried out in this order; what could not be tried after a failure is left out. */
export const targetCheck = z.object({
  steps: z.array(
    z.object({
      step: z.enum(['list', 'write', 'read-back', 'move', 'refuse-overwriting', 'remove']),
      /** Null where it works. */
      error: appErrorSchema.nullable(),
    }),
  ),
  /** The target's clock minus this machine's, in seconds; null where the target has no clock of its own. */
  clockDifferenceSeconds: z.int().nullable(),
});

export const syncWish = z.strictObject({
  targetId: z.string(),
  /** Fetch and import what is new, and put receipts into the outbox. */
  pull: z.boolean(),
  /** Send what is due in the outbox; after the pull, so that its receipts go along. */
  push: z.boolean(),
  /** Public keys that a person has accepted, or `all`. Files that were refused for their key are fetched once more. */
  acceptSigners: z.array(z.string()).max(10_000).default([]),
});

/** Numbers of files, but for `folders`. */
export const syncCounts = z.object({
  folders: z.int(),
  /** Folders that had not changed since they were read last. */
  foldersUnchanged: z.int(),
  listed: z.int(),
  fetched: z.int(),
  imported: z.int(),
  /** Imported before, or brought nothing. */
  known: z.int(),
  refused: z.int(),
  /** Could not be fetched now and are tried again later. */
  postponed: z.int(),
  receipts: z.int(),
  sent: z.int(),
  failed: z.int(),
});

export const syncProgress = z.object({
  id: z.string(),
  targetId: z.string(),
  state: z.enum(['pulling', 'sending', 'done', 'failed', 'cancelled']),
  counts: syncCounts,
  /** What has been sent of what is to be sent. */
  toSend: z.int(),
  /** Files that were refused, each with its reason; the first thousand. */
  refusals: z.array(z.object({ remotePath: z.string(), error: appErrorSchema })),
  /** Why it came to an end before its time; empty otherwise. */
  errors: z.array(appErrorSchema),
});
