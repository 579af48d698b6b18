/** Points (1/72 inch) in a millimetre, the measure of the layout rules (Nghị định 30/2020/NĐ-CP). */
const pointsPerMillimetre = 72 / 25.4;

export function millimetres(length: number): number {
  return length * pointsPerMillimetre;
}

/** A4 margins in points: top and bottom 20 mm, left 30 mm for the binding, right 17 mm. */
export const pageMargins = {
  left: millimetres(30),
  top: millimetres(20),
  right: millimetres(17),
  bottom: millimetres(20),
} as const;

/** How a page lies. */
export type Orientation = 'portrait' | 'landscape';

/** A4 in points; a landscape page has them the other way round. */
export const pageSize = { short: millimetres(210), long: millimetres(297) } as const;

/** What is left of an A4 page between the margins, in points. */
export const textWidth = {
  portrait: millimetres(210) - pageMargins.left - pageMargins.right,
  landscape: millimetres(297) - pageMargins.left - pageMargins.right,
} as const;

/** Between the upper and the lower margin, in points. */
export const pageHeight = {
  portrait: pageSize.long - pageMargins.top - pageMargins.bottom,
  landscape: pageSize.short - pageMargins.top - pageMargins.bottom,
} as const;

/** Type sizes in points. */
export const typeSize = {
  body: 13,
  nation: 12.5,
  motto: 13,
  title: 14,
  /** The wide table must stay readable at arm's length: never below 10.5. */
  table: 10.5,
  /** The chairman's page holds much on one sheet. */
  summary: 11.5,
  note: 11,
  smallPrint: 10,
  recipientsLabel: 12,
  recipients: 11,
} as const;
