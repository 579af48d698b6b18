import { expect, test } from 'vitest';
import { openInstallation } from '../../../../test/helpers/installation.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { undoImport } from '../imports/undoImport.ts';
import { listImports } from '../imports/listImports.ts';
import { scorePeriod } from '../reporting/scorePeriod.ts';
import { readDashboard } from './readDashboard.ts';

const question = { period: '2026', setId: 'da-nang-phuong-xa', basis: 'claimed' } as const;

test('figures that are kept follow an import, a newer file and the undo of both', async () => {
  const commune = openInstallation('commune', 'commune');
  const city = openInstallation('city', 'city', '48');
  const id = commune.create();
  const shown = async (): Promise<string | null | undefined> => {
    const { ranking } = valueOf(await readDashboard(city.context(), question));
    return ranking.find(({ assessmentId }) => assessmentId !== null)?.points;
  };
  const scored = (): string | null | undefined => {
    const read = scorePeriod(city.context(), question);
    if (!read.ok) return undefined;
    return read.value.units.find(({ score }) => score !== null)?.score?.claimed.points.toFraction();
  };
  commune.record(id, { criterionId: 'px-071', field: 'value', value: true });
  await city.importAll([await commune.exportFile(id)]);
  expect(await shown()).toBe(scored());
  const first = await shown();
  commune.record(id, { criterionId: 'px-071', field: 'value', value: false });
  await city.importAll([await commune.exportFile(id)]);
  expect(await shown()).toBe(scored());
  expect(await shown()).not.toBe(first);
  for (const round of ['newer', 'first']) {
    const [newest] = valueOf(listImports(city.context())).filter(({ undoneAt }) => undoneAt === null);
    valueOf(undoImport(city.context(), newest?.id ?? ''));
    expect(await shown(), round).toBe(round === 'newer' ? first : undefined);
    expect(await shown(), round).toBe(scored());
  }
});
