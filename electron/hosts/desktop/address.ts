/** The address of the screens in the desktop host. A scheme of our own keeps them apart from any site. */
export const scheme = 'app';
export const screensOrigin = `${scheme}://thuoc-so`;
/** The one channel between the screens and the door. */
export const callChannel = 'thuoc-so:call';
/** The one channel on which the backend tells the screens something. */
export const eventChannel = 'thuoc-so:event';

/** Whether a page is one of ours. */
export function isOwnAddress(address: string): boolean {
  return address === screensOrigin || address.startsWith(`${screensOrigin}/`);
}
