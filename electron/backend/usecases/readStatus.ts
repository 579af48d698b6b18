import path from 'node:path';
import type { CallOutput } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { readAppearance } from './appearance.ts';
import type { UseCaseContext } from './context.ts';
import { readLanguage } from './language.ts';

/** What the screens need before anything else. Errors: those of the storage. */
export function readStatus(context: UseCaseContext, version: string): Result<CallOutput<'app.status'>> {
  const language = readLanguage(context);
  if (!language.ok) return language;
  const appearance = readAppearance(context);
  if (!appearance.ok) return appearance;
  const dataFolder = path.dirname(context.store.file);
  return succeed({ version, language: language.value, appearance: appearance.value, dataFolder });
}
