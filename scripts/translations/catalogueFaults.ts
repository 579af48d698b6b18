import type { Texts } from './catalogueFiles.ts';

/** The plural forms a language has, in i18next's names. Vietnamese nouns have one form only. */
const pluralForms = { vi: ['other'], en: ['one', 'other'] } as const;
const anyPluralForm = /_(zero|one|two|few|many|other)$/u;

/** Texts that are empty on purpose: the other language has a line there that this one does not need. */
const mayBeEmpty: ReadonlySet<string> = new Set(['vi report:nationTranslation']);

type Language = keyof typeof pluralForms;

/** Everything wrong with the texts themselves, one sentence each. `errorCodes` must each have a text in `errors`. */
export function findCatalogueFaults(
  texts: Readonly<Record<Language, Texts>>,
  errorCodes: readonly string[],
): readonly string[] {
  return [
    ...missingKeys(texts.vi, texts.en, 'en'),
    ...missingKeys(texts.en, texts.vi, 'vi'),
    ...differentPlaceholders(texts.vi, texts.en),
    ...(['vi', 'en'] as const).flatMap((language) => [
      ...wrongPlurals(texts[language], language),
      ...wrongErrors(texts[language], language, errorCodes),
      ...[...texts[language]].flatMap(([key, text]) => wrongText(`${language} ${key}`, text)),
    ]),
  ];
}

/** The key by which code asks for a text: without its plural form. */
export function withoutPluralForm(key: string): string {
  return key.replace(anyPluralForm, '');
}

function missingKeys(from: Texts, to: Texts, language: Language): readonly string[] {
  const present = new Set([...to.keys()].map(withoutPluralForm));
  const wanted = new Set([...from.keys()].map(withoutPluralForm));
  return [...wanted].filter((key) => !present.has(key)).map((key) => `${language} ${key}: missing`);
}

/** A singular form may leave the number out, so of plural texts the general form is compared. */
function differentPlaceholders(vi: Texts, en: Texts): readonly string[] {
  return [...vi].flatMap(([key, text]) => {
    const other = en.get(key) ?? en.get(`${withoutPluralForm(key)}_other`);
    if (other === undefined || placeholders(text) === placeholders(other)) return [];
    return [`${key}: vi has the placeholders [${placeholders(text)}], en [${placeholders(other)}]`];
  });
}

function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{\s*-?\s*([^},\s]+)[^}]*\}\}/gu)].map((match) => match[1] ?? '');
  return [...new Set(names)].toSorted().join(', ');
}

function wrongPlurals(texts: Texts, language: Language): readonly string[] {
  const forms: readonly string[] = pluralForms[language];
  const plurals = new Set([...texts.keys()].filter((key) => anyPluralForm.test(key)).map(withoutPluralForm));
  return [...plurals].flatMap((key) => {
    const found = [...texts.keys()]
      .filter((name) => anyPluralForm.test(name) && withoutPluralForm(name) === key)
      .map((name) => name.slice(key.length + 1));
    if (forms.length === found.length && forms.every((form) => found.includes(form))) return [];
    return [`${language} ${key}: needs the plural forms ${forms.join(', ')}, has ${found.join(', ')}`];
  });
}

function wrongErrors(texts: Texts, language: Language, errorCodes: readonly string[]): readonly string[] {
  const codes = new Set(errorCodes.map((code) => `errors:${code}`));
  const sentences = [...texts.keys()].filter((key) => key.startsWith('errors:'));
  return [
    ...[...codes]
      .filter((code) => !texts.has(code))
      .map((code) => `${language} ${code}: this error has no sentence`),
    ...sentences
      .filter((key) => !codes.has(key))
      .map((key) => `${language} ${key}: there is no such error code`),
  ];
}

function wrongText(place: string, text: string): readonly string[] {
  const faults: string[] = [];
  if (text.trim() === '' && !mayBeEmpty.has(place)) faults.push(`${place}: empty`);
  if (text !== text.normalize('NFC')) faults.push(`${place}: not in Unicode form NFC`);
  if (/[{}]/u.test(text.replaceAll(/\{\{[^{}]+\}\}/gu, '')))
    faults.push(`${place}: a brace outside of {{placeholder}}`);
  return faults;
}
