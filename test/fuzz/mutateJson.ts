import type { RandomBelow } from '../fault/seededRandom.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A copy of a JSON value that is other in one to three places. */
export function mutateJson(value: unknown, random: RandomBelow): unknown {
  const copy = structuredClone(value) as Json;
  const holder = { whole: copy };
  for (let left = 1 + random(3); left > 0; left -= 1) mutateOnce(holder, random);
  return holder.whole;
}

function mutateOnce(root: { [key: string]: Json }, random: RandomBelow): void {
  const places = listPlaces(root);
  const place = places[random(places.length)];
  const other = places[random(places.length)];
  if (!place) return;
  const { parent, key } = place;
  if (Array.isArray(parent)) {
    const index = Number(key);
    const changes = [
      () => parent.splice(index, 1),
      () => parent.splice(index, 0, structuredClone(parent[index] ?? null)),
      () => parent.reverse(),
      () => (parent[index] = strange(random)),
      () => (parent[index] = structuredClone(valueAt(other))),
    ];
    changes[random(changes.length)]?.();
    return;
  }
  const changes = [
    () => Reflect.deleteProperty(parent, key),
    () => (parent[key] = strange(random)),
    () => (parent[key] = structuredClone(valueAt(other))),
    () => define(parent, strangeName(random), strange(random)),
    () => (parent[key] = near(parent[key] ?? null, random)),
    () => (parent[key] = near(parent[key] ?? null, random)),
  ];
  changes[random(changes.length)]?.();
}

interface Place {
  readonly parent: Json[] | { [key: string]: Json };
  readonly key: string;
}

function listPlaces(value: Json, places: Place[] = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return places;
  for (const key of Object.keys(value)) {
    places.push({ parent: value, key });
    listPlaces(valueAt({ parent: value, key }), places);
  }
  return places;
}

function valueAt(place: Place | undefined): Json {
  if (!place) return null;
  const { parent, key } = place;
  return (Array.isArray(parent) ? parent[Number(key)] : parent[key]) ?? null;
}

/** Also for `__proto__`, which an assignment would not make a member. */
function define(target: { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Something that is nearly right: where checks of the domain are, not only those of the schema. */
function near(value: Json, random: RandomBelow): Json {
  if (typeof value === 'number') return value + [1, -1, 0.5, 2 ** 31, -value, 2 ** 53][random(6)]!;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return strange(random);
  const texts = [
    `${value} `,
    value.slice(1),
    value.normalize('NFD'),
    value.toUpperCase(),
    `${value}0`,
    `-${value}`,
    value.repeat(40),
    String(random(200)),
  ];
  return texts[random(texts.length)] ?? '';
}

const strangeNumbers = [0, -1, 1.5, 1e308, -0, 2 ** 53, 2 ** 31, 1e-9];
const strangeTexts = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  'a'.repeat(400),
  '__proto__',
  '../..',
  'NaN',
  '1e400',
  'Đ'.normalize('NFD'),
  '<script>',
  '12345678901234567890',
  '-0',
  '1,5',
];

function strange(random: RandomBelow): Json {
  const makers: (() => Json)[] = [
    () => null,
    () => random(2) === 1,
    () => strangeNumbers[random(strangeNumbers.length)] ?? 0,
    () => strangeTexts[random(strangeTexts.length)] ?? '',
    () => [],
    () => ({}),
    () => ({ parts: [null, { notApplicable: '' }] }),
    () => ({ numerator: '5', denominator: '0' }),
    () => deep(2 + random(60)),
  ];
  return makers[random(makers.length)]?.() ?? null;
}

function strangeName(random: RandomBelow): string {
  return ['__proto__', 'constructor', 'more', '', 'length'][random(5)] ?? '';
}

function deep(levels: number): Json {
  let value: Json = [];
  for (let left = levels; left > 0; left -= 1) value = [value];
  return value;
}
