import type { Page } from '@playwright/test';
import { createInstance } from 'i18next';
import type { Translate } from '../../electron/backend/translate.ts';
import { catalogue } from '../../shared/i18n/catalogue.ts';
import { textFormats } from '../../shared/report/textFormats.ts';

/** Around every text of the catalogue, so that what stands outside was written elsewhere. */
export const [opening, closing] = ['⟦', '⟧'] as const;

const placeholder = /\{\{[^}]*\}\}/gu;
// Wide letters with marks above and below, in words as long as Vietnamese and English ones are.
const extra = 'ưỡngẫm đườngậm thuyểnợ ngữỗ phượngẩ quyểnợm ';

/** The text in marks, 40 % longer; what is filled in stays. */
export function stretch(text: string): string {
  const length = text.replaceAll(placeholder, '').trim().length;
  if (length === 0) return `${opening}${text}${closing}`;
  const wanted = Math.ceil(length * 0.4);
  const grown = extra
    .repeat(Math.ceil(wanted / extra.length))
    .slice(0, wanted)
    .trim();
  // A short word grows itself: a line cannot break inside it.
  return `${opening}${text}${length > 8 ? ' ' : ''}${grown}${closing}`;
}

function stretchAll(tree: object): object {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? stretch(value) : stretchAll(Object(value) as object),
    ]),
  );
}

const words = stretchAll(catalogue.vi);

/** The sentences of the stretched language, for page objects that look for them. */
export function createStretchedTranslate(): Translate {
  const instance = createInstance({
    lng: 'vi',
    resources: { vi: words as (typeof catalogue)['vi'] },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void instance.init();
  for (const [name, format] of Object.entries(textFormats)) instance.services.formatter?.add(name, format);
  return instance.t;
}

/** Shows the screens of this page in the stretched language in place of Vietnamese. */
export async function speakStretched(page: Page): Promise<void> {
  await page.route(/\/words\.vi-[^/]*\.js$/u, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export const words = ${JSON.stringify(words)};`,
    }),
  );
}
