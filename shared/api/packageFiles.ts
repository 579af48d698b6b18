/**
 * Packages travel beside the calls of the contract: `POST <route>?import=<id>&name=<name>` with the bytes of a file
 * as body adds it to an import and answers with a `Result` of its number there (`AddedFile`);
 * `GET <route>/<downloadId>` answers with an exported package, to be saved.
 */
export const packageRoute = '/files/packages';

export interface AddedFile {
  /** Within the import, from 1. */
  readonly number: number;
}
