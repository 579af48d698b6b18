/**
 * Packages travel beside the calls of the contract: `POST <route>?import=<id>&name=<name>` with the bytes of a file
 * as body adds it to an import and answers with a `Result` of its number there (`addedFile`);
 * `GET <route>/<downloadId>` answers with an exported package, to be saved.
 */
import { z } from 'zod';

export const packageRoute = '/files/packages';

export const addedFile = z.object({ number: z.int() });
