import type { Finding } from '#shared/domain/selfCheck/checkBeforeSigning.ts';

/** Findings of one kind; they share their sentence, so it is said once. */
export interface FindingGroup {
  readonly kind: Finding['kind'];
  readonly severity: Finding['severity'];
  readonly findings: readonly Finding[];
}

/** Kinds in the order in which the check names them first. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const ofKind = findings.filter((finding) => finding.kind === kind);
    const severity = ofKind[0]?.severity;
    return severity === undefined ? [] : [{ kind, severity, findings: ofKind }];
  });
}
