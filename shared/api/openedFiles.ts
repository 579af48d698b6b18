/** `GET`: package files that the system asked the desktop host to open since the last time. Below it: their bytes. */
export const openedFilesRoute = '/files/opened';

/** What the desktop host tells the screens when there are such files. */
export const filesOpenedEvent = 'files-opened';
