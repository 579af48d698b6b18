import type { Content } from 'pdfmake/interfaces';
import { millimetres, pageMargins } from './pageGeometry.ts';

/** The page's number, centred in the top margin. */
export function pageNumber(page: number): Content {
  return {
    text: String(page),
    alignment: 'center',
    margin: [pageMargins.left, millimetres(10), pageMargins.right, 0],
  };
}
