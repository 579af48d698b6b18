import type { ContentFaultCode } from '../../domain/criteria/check/contentFault.ts';

/** What can be wrong in the cells of a workbook before its set can be checked. Sentences: `authoring:fault-<code>`. */
export const authoringFaultCodes = [
  'sheet-missing',
  'sheet-repeated',
  'head-row-missing',
  'cell-missing',
  'cell-word-unknown',
  'cell-number',
  'cell-number-ambiguous',
  'cell-made-a-day',
  'cell-day',
  'cell-shape',
  'cell-unexpected',
  'row-repeated',
  'row-of-unknown',
  'group-missing',
  'group-empty',
  'line-missing',
  'line-unexpected',
  'part-missing',
  'table-empty',
  'source-missing',
  'prefix-missing',
  'shape',
  'version-known',
  'version-not-newer',
] as const;

export type AuthoringFaultCode = (typeof authoringFaultCodes)[number];

/** One fault of a workbook or of the set in it; `place` is `Tiêu chí!C7`, or a sheet, or a file. */
export interface SetFault {
  readonly code: AuthoringFaultCode | ContentFaultCode;
  readonly place: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Where reading notes what is wrong, and from which cell each part of the set came. */
export class ReadingNotes {
  readonly faults: SetFault[] = [];
  /** By path in the set (`groups.0.criteria.2.name.vi`) and by place of `checkCriteriaSet` (`1.2 rule`). */
  private readonly places = new Map<string, string>();

  add(code: SetFault['code'], place: string, params: SetFault['params'] = {}): void {
    this.faults.push({ code, place, params });
  }

  remember(path: string, place: string): void {
    this.places.set(path, place);
  }

  hasFaultAt(place: string): boolean {
    return this.faults.some((fault) => fault.place === place);
  }

  /** The cell of a path, or of the nearest one around it; undefined where nothing around it is known. */
  placeOf(path: string): string | undefined {
    const inside = (known: string): boolean =>
      path === known || (path.startsWith(known) && /^[ .]/u.test(path.slice(known.length)));
    const nearest = [...this.places.keys()].filter(inside).toSorted((a, b) => b.length - a.length)[0];
    return nearest === undefined ? undefined : this.places.get(nearest);
  }
}
