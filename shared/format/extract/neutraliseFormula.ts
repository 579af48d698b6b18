/**
 * A text that no spreadsheet takes for a formula: what begins with `=`, `+`, `-`, `@`, a tab or a line end (also in
 * full width, also after blanks) gets an apostrophe in front (OWASP, "CSV Injection"). For texts only: a figure that is
 * negative stays a figure.
 */
export function neutraliseFormula(text: string): string {
  return /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
