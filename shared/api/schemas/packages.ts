import { z } from 'zod';
import { instant, sha256, shortText, unitSummary } from './general.ts';

/** An age recipient: `age1…`. */
const recipient = z.string().max(200);

/** For whom a file is encrypted; nobody unless told. */
export const encryption = {
  /** Encrypts for whoever knows the passphrase; null for none. Not together with recipients. */
  passphrase: z.string().max(1000).nullable().default(null),
  /** Encrypts for the holders of these keys; empty for none. */
  recipients: z.array(recipient).max(50).default([]),
};

export const exportInput = z.strictObject({
  assessmentId: z.string(),
  /** Leaves out names, telephone numbers and addresses of persons. */
  masked: z.boolean(),
  /** Whether the files behind the evidence travel along. */
  evidenceFiles: z.boolean(),
  /** Encrypts for whoever knows the passphrase; null for none. Not together with recipients. */
  passphrase: z.string().max(1000).nullable(),
  /** Encrypts for the holders of these keys; empty for none. */
  recipients: z.array(recipient).max(50),
  /** Only what was judged here, for the unit to answer, without the originals. */
  onlyReview: z.boolean().optional(),
});

/** A file that was written, read back and verified. */
export const exportedPackage = z.object({
  /** For `GET /files/packages/<downloadId>`. */
  downloadId: z.string(),
  fileName: z.string(),
  /** In bytes. */
  size: z.int(),
  /** Of the whole file. */
  sha256,
  /** What the sheet prints too: the first eight hexadecimal digits of the content's digest, e.g. `AB12CD34`. */
  shortCode: z.string(),
  /** Signatures so far; 0 for a working copy. */
  revision: z.int(),
  signed: z.boolean(),
  masked: z.boolean(),
  encrypted: z.boolean(),
  criteriaAnswered: z.int(),
  evidenceCards: z.int(),
  evidenceFiles: z.int(),
});

export const receiptWish = z.strictObject({ assessmentId: z.string(), ...encryption });

/** A receipt that was written, read back and verified; `GET /files/packages/<downloadId>` gives it out. */
export const exportedReceipt = z.object({
  downloadId: z.string(),
  fileName: z.string(),
  size: z.int(),
  sha256,
  revision: z.int(),
  encrypted: z.boolean(),
});

export const savedRecipient = z.strictObject({ name: shortText, recipient });

/** The keys of this installation: what others need to know it by. */
export const installation = z.object({
  /** The fingerprint of the signing key as words to read out on the telephone. */
  words: z.array(z.string()),
  publicKey: z.string(),
  /** Give this to whoever shall encrypt for this installation. */
  recipient,
  /** Whose keys are offered at each export. */
  recipients: z.array(savedRecipient),
});

/** A key that has signed what came in. */
export const knownSigner = z.object({
  publicKey: z.string(),
  words: z.array(z.string()),
  role: z.enum(['commune', 'aggregator', 'city']),
  unit: unitSummary.pick({ code: true, validFrom: true, name: true }),
  /** How it became known: first of its unit, introduced by a colleague's key, accepted by a person, this installation. */
  known: z.enum(['first', 'introduced', 'accepted', 'own']),
  since: instant,
});
