import { cleanFileName } from '#backend/files/cleanFileName.ts';

/** Whether a file is to be shown or saved, and under which name. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  return `${kind}; filename*=UTF-8''${encodeName(savedName(name))}`;
}

/** Endings that no system starts when somebody opens the saved file. */
const harmlessEndings =
  /\.(?:pdf|png|jpe?g|gif|webp|bmp|tiff?|heic|txt|csv|md|rtf|docx?|xlsx?|pptx?|odt|ods|odp|xml|json|zip|rar|7z|eml|msg|mp[34]|mov|avi|wav|m4a|p7[ms]|sig|thuocso)$/iu;

function savedName(given: string): string {
  const name = cleanFileName(given);
  return harmlessEndings.test(name) ? name : `${name}.bin`;
}

// https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1: encodeURIComponent leaves four signs that it does not allow.
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
