/** Equal content gives equal bytes; a zip cannot leave the time out. */
export const zipEntryOptions = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;
