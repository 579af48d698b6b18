import { evidenceLimitBytes } from '../../api/evidenceFiles.ts';

const mebibyte = 1024 * 1024;

/**
 * What a package may not exceed, in bytes unless said otherwise. Declared figures are compared first, then the
 * bytes as they come; nothing is ever allocated because a file declares it.
 */
export const packageLimits = {
  file: 1024 * mebibyte,
  /** Entries of the zip. */
  entries: 5000,
  manifest: 2 * mebibyte,
  signature: 4096,
  document: 32 * mebibyte,
  evidenceFile: evidenceLimitBytes,
  allEvidence: 1024 * mebibyte,
  /** How many times smaller compression may make what is larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: mebibyte,
  /** Levels of lists and objects in JSON, and how many of both there may be. */
  jsonDepth: 32,
  jsonContainers: 2_000_000,
  changes: 200_000,
  replicas: 5000,
} as const;

export type PackageLimits = { readonly [name in keyof typeof packageLimits]: number };
