import { listFigures, type AskedFigure } from '../../domain/criteria/listFigures.ts';
import type { Criterion } from '../../domain/criteria/criteriaSet.ts';

/** Name and newest version of the entry template, in the first cell of each of its sheets. */
export const templateFormat = { name: 'thuoc-so-template', version: 1 } as const;

/** The sheets of a template; each says in its first cell which one it is, so that renaming or moving does no harm. */
export const templateSheets = ['about', 'figures', 'documents', 'lists'] as const;
export type TemplateSheet = (typeof templateSheets)[number];

export function sheetMark(sheet: TemplateSheet): string {
  return `${templateFormat.name}/${String(templateFormat.version)}/${sheet}`;
}

/** One cell that an officer fills in for a criterion. */
export interface TemplateEntry {
  /** Stands in the hidden column: `px-001.b.numerator`, `px-001!explanation`, `px-001.b!notApplicable`. */
  readonly key: string;
  readonly kind: AskedFigure['kind'] | 'reason' | 'explanation';
  /** Index and letter of the part of a `sum` that it belongs to; null for the criterion itself. */
  readonly part: { readonly index: number; readonly id: string } | null;
  /** Null for reasons and explanations. */
  readonly figure: AskedFigure | null;
  /** Dotted place in an answers file, below the criterion. */
  readonly place: string;
}

/** Everything that can be filled in for a criterion, in the order of the rows. */
export function listEntries(criterion: Criterion): readonly TemplateEntry[] {
  const { id, rule } = criterion;
  const parts = rule.kind === 'sum' ? rule.parts : [];
  const partOf = (letter: string | null): TemplateEntry['part'] => {
    const index = parts.findIndex((part) => part.id === letter);
    return letter === null || index < 0 ? null : { index, id: letter };
  };
  const figures = listFigures(criterion).map((figure): TemplateEntry => {
    const part = partOf(figure.part);
    return { key: figure.key, kind: figure.kind, part, figure, place: placeOfFigure(figure, part) };
  });
  const mayNotApply = criterion.notApplicable === 'allowed';
  const partReasons = parts.map(({ id: letter }, index): TemplateEntry => ({
    key: `${id}.${letter}!notApplicable`,
    kind: 'reason',
    part: { index, id: letter },
    figure: null,
    place: `value.parts.${String(index)}`,
  }));
  const own = (kind: 'reason' | 'explanation', field: string): TemplateEntry => ({
    key: `${id}!${field}`,
    kind,
    part: null,
    figure: null,
    place: field,
  });
  return [
    ...figures,
    ...(mayNotApply ? [...partReasons, own('reason', 'notApplicable')] : []),
    own('explanation', 'explanation'),
  ];
}

function placeOfFigure({ kind }: AskedFigure, part: TemplateEntry['part']): string {
  const value = part === null ? 'value' : `value.parts.${String(part.index)}`;
  return kind === 'numerator' || kind === 'denominator' ? `${value}.${kind}` : value;
}
