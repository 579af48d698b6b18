import { foldDiacritics, normaliseName, withoutKind } from './normaliseName.ts';
import { isInForce } from './unitList.ts';
import type { Unit, UnitList, ValiditySpan } from './unitList.ts';
import { unitsByCode } from './unitsByCode.ts';

/** A unit together with the list that says when it stood; codes are reused, so a unit alone does not say which one it is. */
export type UnitVersion = { readonly unit: Unit; readonly list: UnitList };

/** How a unit was found, closest first. `same-letters`: equal but for diacritics, spaces and punctuation. */
export type UnitMatch = 'code' | 'name' | 'same-letters' | 'prefix' | 'substring' | 'words';

export type FoundUnit = UnitVersion & { readonly match: UnitMatch };

const closeness: readonly UnitMatch[] = ['code', 'name', 'same-letters', 'prefix', 'substring', 'words'];

type Query = {
  readonly plain: string;
  readonly compact: string;
  readonly words: readonly string[];
  readonly withDiacritics: string;
};

/**
 * Units whose code or name answers to what somebody typed, with or without diacritics and the words for the kind
 * ("hoi an", "P. Hội An", "20410"). Closest first; among equals the one whose diacritics agree, then the newest list, then
 * alphabetical. Nothing typed finds nothing.
 *
 * @param options.onDate only units in force on that ISO date
 */
export function findUnits(
  lists: readonly UnitList[],
  text: string,
  options: { readonly onDate?: string | undefined } = {},
): FoundUnit[] {
  const query = queryOf(text);
  if (query.plain === '') return [];
  const { onDate } = options;
  return lists
    .filter((list) => onDate === undefined || isInForce(list, onDate))
    .flatMap((list) => list.units.flatMap((unit) => rank(query, unit, list)))
    .toSorted(byRank)
    .map(({ unit, list, match }) => ({ unit, list, match }));
}

/** Tells of each unit whether {@link findUnits} would find it by the text. */
export function unitsAnsweringTo(text: string): (unit: Pick<Unit, 'code' | 'name'>) => boolean {
  const query = queryOf(text);
  // The same unit comes again with every period.
  const known = new Map<string, boolean>();
  return (unit) => {
    const key = `${unit.code} ${unit.name}`;
    const found = known.get(key) ?? matchOf(query, unit.code, searchNameOf(unit)) !== undefined;
    known.set(key, found);
    return found;
  };
}

function queryOf(text: string): Query {
  const plain = normaliseName(text);
  return {
    plain,
    compact: withoutSpaces(plain),
    words: plain.split(' '),
    withDiacritics: foldDiacritics(text),
  };
}

/** The unit that carries a code on an ISO date, or undefined where none of the lists knows one. */
export function unitInForce(lists: readonly UnitList[], code: string, date: string): UnitVersion | undefined {
  for (const list of lists) {
    if (!isInForce(list, date)) continue;
    const unit = unitsByCode(list).get(code);
    if (unit !== undefined) return { unit, list };
  }
  return undefined;
}

type Ranked = FoundUnit & { readonly diacriticsAgree: boolean; readonly sortName: string };

function rank(query: Query, unit: Unit, list: UnitList): Ranked[] {
  const name = searchNameOf(unit);
  const match = matchOf(query, unit.code, name);
  if (match === undefined) return [];
  const diacriticsAgree = name.withDiacritics.includes(query.withDiacritics);
  return [{ unit, list, match, diacriticsAgree, sortName: name.bare }];
}

type SearchName = { readonly full: string; readonly bare: string; readonly withDiacritics: string };

// Search runs at every keystroke, on old machines; normalising the names again each time was nearly all of its cost.
const searchNames = new WeakMap<Pick<Unit, 'name'>, SearchName>();

function searchNameOf(unit: Pick<Unit, 'name'>): SearchName {
  const known = searchNames.get(unit);
  if (known !== undefined) return known;
  const full = normaliseName(unit.name);
  const name = { full, bare: withoutKind(full), withDiacritics: foldDiacritics(unit.name) };
  searchNames.set(unit, name);
  return name;
}

function matchOf(query: Query, code: string, name: SearchName): UnitMatch | undefined {
  const { plain, compact, words } = query;
  const { full, bare } = name;
  if (plain === code) return 'code';
  if (compact === withoutSpaces(bare) || compact === withoutSpaces(full)) {
    return isSameName(query, name) ? 'name' : 'same-letters';
  }
  if (bare.startsWith(plain) || full.startsWith(plain) || code.startsWith(plain)) return 'prefix';
  if (full.includes(plain)) return 'substring';
  const ownWords = full.split(' ');
  return words.every((word) => ownWords.some((own) => own.startsWith(word))) ? 'words' : undefined;
}

// Only the name itself is compared: the words for the kind may be typed, left out or abbreviated.
function isSameName(query: Query, name: SearchName): boolean {
  const ownWords = name.withDiacritics.split(' ').slice(-name.bare.split(' ').length);
  return ` ${query.withDiacritics}`.endsWith(` ${ownWords.join(' ')}`);
}

function byRank(a: Ranked, b: Ranked): number {
  return (
    closeness.indexOf(a.match) - closeness.indexOf(b.match) ||
    Number(b.diacriticsAgree) - Number(a.diacriticsAgree) ||
    newestFirst(a.list, b.list) ||
    compareText(a.sortName, b.sortName) ||
    compareText(a.unit.code, b.unit.code)
  );
}

function newestFirst(a: ValiditySpan, b: ValiditySpan): number {
  return (
    compareText(b.validFrom ?? '', a.validFrom ?? '') ||
    compareText(b.validTo ?? '9999-12-31', a.validTo ?? '9999-12-31')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}
