import type { CustomTableLayout } from 'pdfmake/interfaces';

/** Light enough for black type to stay readable on a black-and-white printer or a photocopy. */
export const fillColours = { group: '#e6e6e6', head: '#f2f2f2', verdict: '#f2f2f2', bar: '#595959' } as const;

/** Thin black lines on all sides, as forms have them. */
export const linedTable: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};
