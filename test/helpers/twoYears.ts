import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { openWorkspace } from '#backend/backend.ts';
import type { Content } from '#backend/files/content.ts';
import { saveProfile } from '#backend/usecases/profile.ts';
import { findScope, listUnitsToAssess } from '#backend/usecases/unitScope.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { productFolder } from './content.ts';
import { fillPeriod } from './filledPeriod.ts';
import { valueOf } from './valueOf.ts';

const city = '48';

/** The desk of the city in a data folder: so many of its units in 2025 and 2026; the last one only in 2026. */
export function fillTwoYears(dataFolder: string, content: Content, count: number): void {
  const workspace = valueOf(
    openWorkspace({
      databaseFile: path.join(dataFolder, 'thuoc-so.sqlite'),
      contentFolder: path.join(productFolder, 'criteria'),
      content,
      now: () => new Date('2026-12-15T08:00:00Z'),
      newId: randomUUID,
      appVersion: '1.2.3',
    }),
  );
  const period = valueOf(parsePeriod('2026'));
  const scope = valueOf(findScope(content, city, period));
  const codes = listUnitsToAssess(content, { appliesTo: ['phuong', 'xa'] }, period, scope)
    .slice(0, count)
    .map(({ unit }) => unit.code);
  fillPeriod(
    workspace.context,
    codes.slice(0, -1).map((unitCode) => ({ unitCode, period: '2025' })),
  );
  fillPeriod(
    workspace.context,
    codes.map((unitCode) => ({ unitCode, period: '2026' })),
  );
  valueOf(saveProfile(workspace.context, { role: 'city', unitCode: city, header: {} }));
  workspace.close();
}
