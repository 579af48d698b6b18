import type { SetFault } from '../format/authoring/authoringFault.ts';

/** Words of the workbook in which a set is written, by keys of the catalogue `authoring` made of ids. */
export type AuthoringTranslate = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** The sentence of a fault of a criteria set, with sheets, rows and ways of scoring by the names that people see. */
export function describeSetFault(
  { code, params }: Pick<SetFault, 'code' | 'params'>,
  translate: AuthoringTranslate,
): string {
  return translate(`fault-${code}`, {
    ...params,
    ...named('sheet', 'sheet', params, translate),
    ...named('line', 'line', params, translate),
    ...named('rule', 'rule', params, translate),
    ...named('key', 'head', params, translate),
    ...named('unitKind', 'unitKind', params, translate),
  });
}

function named(
  param: string,
  words: string,
  params: SetFault['params'],
  translate: AuthoringTranslate,
): Readonly<Record<string, string>> {
  const id = params[param];
  return id === undefined ? {} : { [param]: translate(`${words}-${String(id)}`) };
}
