/** The head of the form (field.md): what is said once about the unit, not per criterion. All free text. */
export const headerFields = [
  'address',
  'staffCount',
  'businessCount',
  'population',
  'contactName',
  'contactPosition',
  'contactPhone',
  'contactEmail',
] as const;

export type HeaderField = (typeof headerFields)[number];
export type AssessmentHeader = Readonly<Partial<Record<HeaderField, string>>>;
