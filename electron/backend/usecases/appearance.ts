import type { Appearance } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from './context.ts';

const appearanceSetting = 'appearance';

/** The colours chosen on this installation; light until others are chosen. */
export function readAppearance(context: UseCaseContext): Result<Appearance> {
  return context.store.read((reader) => {
    const stored = reader.readSetting(appearanceSetting);
    return succeed(stored === 'dark' || stored === 'contrast' ? stored : 'light');
  });
}

export function chooseAppearance(
  context: UseCaseContext,
  appearance: Appearance,
): Result<Record<string, never>> {
  return context.store.write((writer) => {
    writer.writeSetting(appearanceSetting, appearance);
    return succeed({});
  });
}
