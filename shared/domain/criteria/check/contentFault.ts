/**
 * Everything that can be wrong in criteria, units and tier models although their shape is right. The key of its
 * sentence in `locales/<lang>/cli.json` is `fault-` and the code.
 */
export const contentFaultCodes = [
  // texts
  'text-not-nfc',
  'text-blank',
  'text-not-translated',
  // identity and order
  'id-repeated',
  'id-prefix-differs',
  'id-prefix-shared',
  'code-repeated',
  'code-outside-group',
  'letters-out-of-order',
  'folder-differs',
  'group-file-unlisted',
  // points
  'total-not-100',
  'points-zero',
  'info-has-points',
  'best-differs-from-maximum',
  'sum-differs-from-maximum',
  'step-above-maximum',
  'steps-not-descending',
  'step-does-not-divide-maximum',
  'target-out-of-range',
  'target-unreachable',
  'floor-above-target',
  // yearly targets
  'year-targets-unexpected',
  'year-out-of-range',
  // who and what it counts for
  'applies-outside-set',
  'value-repeated',
  'mandatory-not-scored',
  // thresholds and bands
  'bound-out-of-range',
  'bands-not-descending',
  // sources
  'source-document-unknown',
  'lines-malformed',
  'source-file-missing',
  'quote-not-found',
  'quote-not-at-lines',
  // who issued it
  'issued-missing',
  'issued-unexpected',
  // how older versions live on
  'map-criterion-unknown',
  'map-version-itself',
  // targets for all units together
  'target-set-unknown',
  'target-threshold-unknown',
  // figures that are counted from results
  'computation-missing',
  'computation-not-fitting',
  // publication
  'published-digest-differs',
  'published-version-gone',
  // units and tiers
  'lists-overlap',
  'tier-models-overlap',
  'predecessor-unknown',
  'predecessor-name-differs',
  'kind-without-tier',
] as const;

export type ContentFaultCode = (typeof contentFaultCodes)[number];

/** One fault: what, where (`da-nang-phuong-xa@1.0.0 1.1 rule.parts.0`), and what its sentence needs. */
export interface ContentFault {
  readonly code: ContentFaultCode;
  readonly place: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function contentFault(
  code: ContentFaultCode,
  place: string,
  params: Readonly<Record<string, string | number>> = {},
): ContentFault {
  return { code, place, params };
}

/** The values that stand more than once, each named once. */
export function listRepeated<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
