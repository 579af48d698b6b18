import { useMemo } from 'react';
import { useCall } from '../../lib/useCall.ts';

/** What the list of assessments does not say itself. */
export interface AssessmentNotes {
  /** Cells in conflict. */
  readonly conflicts: number;
  /** The newest file that brought something into it; null for one made here. */
  readonly received: { readonly fileName: string; readonly importedAt: string } | null;
}

const nothing: AssessmentNotes = { conflicts: 0, received: null };

/** By assessment, and the conflicts of all together. What cannot be read is no news to the officer here. */
export function useAssessmentNotes() {
  const { state: conflicts } = useCall('conflicts.list', { assessmentId: null });
  const { state: imports } = useCall('imports.list', {});
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { assessmentId } of conflicts.kind === 'ready' ? conflicts.value : []) {
      counts.set(assessmentId, (counts.get(assessmentId) ?? 0) + 1);
    }
    const received = new Map<string, AssessmentNotes['received']>();
    for (const { importedAt, files, undoneAt } of imports.kind === 'ready' ? imports.value : []) {
      if (undoneAt !== null) continue;
      for (const { assessmentId, name, verdict } of files) {
        const brought = verdict === 'new' || verdict === 'newer' || verdict === 'conflict';
        // Newest first: what came later than the first one found is older.
        if (assessmentId === null || !brought || received.has(assessmentId)) continue;
        received.set(assessmentId, { fileName: name, importedAt });
      }
    }
    const notesOf = (id: string): AssessmentNotes =>
      counts.has(id) || received.has(id)
        ? { conflicts: counts.get(id) ?? 0, received: received.get(id) ?? null }
        : nothing;
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { notesOf, total };
  }, [conflicts, imports]);
}
