/**
 * An address for bytes that came as base64, valid until `URL.revokeObjectURL`. `type` is the media type by which
 * the browser shows them.
 */
export function addressOfBytes(base64: string, type: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type }));
}

/** Hands a file over as a download. */
export function download(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}
