/** Puts values in the places of a text that are written `{{name}}`. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (_place, name: string) => values[name] ?? '');
}

/** A name as it stands within a sentence: "Phường Hải Châu" becomes "phường Hải Châu". */
export function inSentence(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}
