import { z } from 'zod';

/** `address` is where the bytes are; no path ever reaches the screens. */
export const openedFiles = z.object({
  files: z.array(z.object({ name: z.string(), address: z.string() })),
});
export type OpenedFileList = z.infer<typeof openedFiles>;
