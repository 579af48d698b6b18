import { headerCells, type CellAddress, type Change } from './change.ts';

const personalHeaderFields: readonly string[] = ['contactName', 'contactPhone', 'contactEmail'];

/** Whether a cell names a person or how to reach one: the contact of the form's head, and who sees to a criterion. */
export function isPersonalCell({ criterionId, field }: CellAddress): boolean {
  return criterionId === headerCells ? personalHeaderFields.includes(field) : field === 'assignee';
}

/**
 * A log without details of persons: whole cells are left out, so that what stays is whole, and authors are blank.
 * Merging it is sound, because an edit is known by its dot.
 */
export function maskLog(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => !isPersonalCell(change)).map((change) => ({ ...change, author: '' }));
}
