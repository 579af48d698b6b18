import { z } from 'zod';

/**
 * The one thing that travels beside the calls of the contract: `POST <route>?name=<name>` with the bytes of a file
 * as body answers with a `Result` of `storedEvidence`; `GET <route>/<sha256>?name=<name>` answers with the file.
 */
export const evidenceRoute = '/files/evidence';

/** The content type of an upload; a plain form of another page cannot send it. */
export const evidenceUploadType = 'application/octet-stream';

export const evidenceLimitBytes = 200 * 1024 * 1024;
/** For the sentence of `file-too-large`. */
export const evidenceLimitMegabytes = evidenceLimitBytes / 1024 / 1024;

export const storedEvidence = z.object({ sha256: z.string(), name: z.string(), size: z.int() });
/** A file held by its content; the name is only for people. */
export type StoredEvidence = Readonly<z.infer<typeof storedEvidence>>;
