/**
 * Every expected failure of the product. The code is the key of its message in `locales/<lang>/errors.json`;
 * a test asserts that each has one in every language.
 */
export const errorCodes = [
  // figures and answers
  'number-malformed',
  'number-negative',
  'number-too-large',
  'number-ambiguous',
  'denominator-zero',
  'numerator-above-denominator',
  'value-wrong-kind',
  'figure-missing',
  'option-unknown',
  'option-repeated',
  'parts-count-wrong',
  'points-above-maximum',
  'points-off-step',
  'criterion-unknown',
  'criterion-repeated',
  'criterion-does-not-apply',
  'not-applicable-refused',
  'reason-missing',
  'answer-empty',
  'text-too-long',
  'date-malformed',
  // criteria sets, units, periods
  'criteria-set-unknown',
  'criteria-set-not-for-unit',
  'criteria-set-invalid',
  'criteria-set-changed',
  'content-unreadable',
  'threshold-unknown',
  'unit-unknown',
  'unit-not-in-force',
  'period-malformed',
  // documents and files
  'json-malformed',
  'format-unknown',
  'format-too-new',
  'document-invalid',
  'file-not-found',
  'file-unreadable',
  'file-not-writable',
  'file-too-large',
  'evidence-file-missing',
  // store
  'database-in-use',
  'database-too-new',
  'database-damaged',
  'database-not-ours',
  'database-not-found',
  'disk-full',
  'folder-read-only',
  'assessment-unknown',
  'assessment-exists',
  // edges
  'call-unknown',
  'input-invalid',
  'not-authorised',
  'backend-unreachable',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
