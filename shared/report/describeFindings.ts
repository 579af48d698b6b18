import type { HeaderField } from '../domain/assessment/header.ts';
import type { AssessmentScore } from '../domain/scoring/scoreAssessment.ts';
import type { Finding } from '../domain/selfCheck/checkBeforeSigning.ts';
import type { Words } from './words.ts';

/** What a verifier would object to: how many of each kind, and the first criteria of each. */
export interface FindingsSummary {
  readonly heading: string;
  readonly lead: string;
  /** One line for each kind, the compulsory ones first: number, what, and where. */
  readonly items: readonly string[];
}

const mostCodes = 9;

export function describeFindings(
  findings: readonly Finding[],
  score: AssessmentScore,
  { translate }: Words,
): FindingsSummary {
  const heading = translate('report:findingsHeading');
  if (findings.length === 0) return { heading, lead: translate('report:findingsNone'), items: [] };
  const codes = new Map(score.criteria.map(({ criterion }) => [criterion.id, criterion.code]));
  const kinds = [...new Set(findings.map((finding) => finding.kind))];
  const must = findings.filter((finding) => finding.severity === 'must').length;
  return {
    heading,
    lead: translate('report:findingsLead', { must, should: findings.length - must }),
    items: kinds.map((kind) => {
      const alike = findings.filter((finding) => finding.kind === kind);
      return translate('report:findingLine', {
        what: translate(`report:finding-${kind}`),
        number: alike.length,
        places: placesOf(alike, codes, translate),
      });
    }),
  };
}

function placesOf(
  findings: readonly Finding[],
  codes: ReadonlyMap<string, string>,
  translate: Words['translate'],
): string {
  const places = [
    ...new Set(
      findings.flatMap((finding) =>
        finding.kind === 'header-missing'
          ? [translate(headerLabels[finding.field])]
          : finding.criterionIds.map((id) => codes.get(id) ?? id),
      ),
    ),
  ];
  const shown = places.slice(0, mostCodes).join(', ');
  const more = places.length - mostCodes;
  return more <= 0 ? shown : translate('report:codesMore', { codes: shown, more });
}

const headerLabels = {
  address: 'report:address',
  staffCount: 'report:staffCount',
  businessCount: 'report:businessCount',
  population: 'report:population',
  contactName: 'report:contact',
  contactPosition: 'report:contactPosition',
  contactPhone: 'report:phone',
  contactEmail: 'report:email',
} as const satisfies Readonly<Record<HeaderField, string>>;
