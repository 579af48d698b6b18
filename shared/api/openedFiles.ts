import { z } from 'zod';

/** `GET`: package files that the system asked the desktop host to open since the last time. Below it: their bytes. */
export const openedFilesRoute = '/files/opened';

/** What the desktop host tells the screens when there are such files. */
export const filesOpenedEvent = 'files-opened';

/** `address` is where the bytes are; no path ever reaches the screens. */
export const openedFiles = z.object({
  files: z.array(z.object({ name: z.string(), address: z.string() })),
});
export type OpenedFileList = z.infer<typeof openedFiles>;
