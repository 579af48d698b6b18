import type { Language } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from './context.ts';

const languageSetting = 'language';

/** The language chosen on this installation; Vietnamese until one is chosen. */
export function readLanguage(context: UseCaseContext): Result<Language> {
  return context.store.read((reader) => succeed(reader.readSetting(languageSetting) === 'en' ? 'en' : 'vi'));
}

export function chooseLanguage(context: UseCaseContext, language: Language): Result<Record<string, never>> {
  return context.store.write((writer) => {
    writer.writeSetting(languageSetting, language);
    return succeed({});
  });
}
