import type { Content } from '../../electron/backend/files/content.ts';
import { readContent } from '../helpers/content.ts';

/** The bundled content with so many units below the city: its own, and communes that are made up. */
export function contentOfCity(units: number): Content {
  const content = readContent();
  const unitLists = content.unitLists.map((list) => {
    const communes = list.units.filter(({ kind, parent }) => parent === '48' && kind === 'xa');
    const [model] = communes;
    if (!model || list.validTo) return list;
    const here = list.units.filter(({ parent }) => parent === '48').length;
    const more = Array.from({ length: units - here }, (_, index) => ({
      ...model,
      code: String(50_000 + index),
      name: `Xã Mẫu ${String(index + 1)}`,
    }));
    return { ...list, units: [...list.units, ...more] };
  });
  return { ...content, unitLists };
}
