import { createInstance, type TFunction } from 'i18next';
import type { Language } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { catalogue, type Namespace } from '#shared/i18n/catalogue.ts';
import { textFormats } from '#shared/report/textFormats.ts';

/** Every key is reachable as `namespace:key`; without this type only those of the default namespace are. */
export type Translate = TFunction<['app', ...Namespace[]]>;

/** Words for what the backend prints: the command line and reports. Keys are `namespace:key`. */
export function createTranslate(language: Language): Translate {
  const instance = createInstance({
    lng: language,
    fallbackLng: 'vi',
    resources: catalogue,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void instance.init();
  for (const [name, format] of Object.entries(textFormats)) instance.services.formatter?.add(name, format);
  return instance.t;
}

/** The sentence of an error, with its place before it where one is known. */
export function describeError(t: Translate, error: AppError): string {
  const sentence = t(`errors:${error.code}`, { ...error.params });
  return error.place === undefined ? sentence : `${error.place}: ${sentence}`;
}
