import { expect, test } from 'vitest';
import { openInstallation } from '../../../../test/helpers/installation.ts';
import { authoringSheets, writeOfficialWorkbook } from '../../../../test/helpers/officialWorkbook.ts';
import { codesOf, realContent, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { examineWorkbook, publishWorkbook } from './publishWorkbook.ts';

test('what goes over from the version before is decided once: signed again, a set has the same map', async () => {
  // The bonus criterion 11.2 gets another name and an id of its own, as if it were another one.
  const renamed = {
    [authoringSheets.criteria]: {
      C75: 'Có mô hình, sáng kiến số được đơn vị khác học tập và nhân rộng',
      M75: 'px-077',
    },
  };
  const base64 = (await writeOfficialWorkbook(realContent(), renamed)).toString('base64');
  const city = openInstallation('city', 'city', '48');
  const shown = async () => valueOf(await examineWorkbook(city.context(), base64)).comparison?.changes ?? [];
  const proposed = await shown();
  expect(proposed).toEqual([{ from: 'px-073', to: ['px-077'], keepsValue: true }]);
  const decided = [{ from: 'px-073', to: [], keepsValue: false }];
  valueOf(await publishWorkbook(city.context(), { base64, changes: decided }));
  expect(await shown()).toEqual(decided);
  valueOf(await publishWorkbook(city.context(), { base64, changes: decided }));
  const refused = await publishWorkbook(city.context(), { base64, changes: proposed });
  expect(codesOf(refused)).toEqual(['set-map-published']);
});
