import { headerFields, type AssessmentHeader, type HeaderField } from '../domain/assessment/header.ts';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import type { CalendarDate } from '../domain/dates/calendarDate.ts';
import { shortCode } from './scorecardCode.ts';
import type { Words } from './words.ts';

export interface LabelledText {
  readonly label: string;
  readonly value: string;
}

/** The unit as its list spells it, e.g. "Phường Hải Châu". */
export interface PrintedUnit {
  readonly code: string;
  readonly name: string;
}

/** The official head (Nghị định 30/2020/NĐ-CP): Vietnamese in every language, with a translation below. */
export interface ScorecardHead {
  readonly parentBody: string | null;
  /** Two lines: the kind of body, and of which unit. */
  readonly issuingBody: readonly [string, string];
  readonly nation: string;
  readonly motto: string;
  readonly translation: string | null;
  readonly numberLine: string;
  readonly placeAndDate: string;
}

export interface SignatureBlock {
  readonly recipients: { readonly label: string; readonly items: readonly string[] };
  /** Null on documents that only who answers for them signs. */
  readonly preparedBy: { readonly title: string; readonly note: string } | null;
  /** `position` is that of the person who signs, below the capacity; `name` is empty until signed off. */
  readonly head: {
    readonly title: string;
    readonly position: string;
    readonly note: string;
    readonly name: string;
  };
}

/** Who signed off, in which capacity, where and when, as given. */
export interface SignedOff {
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly date: CalendarDate;
}

/** @param issued where and when it was signed; before that, the day of printing */
export function buildHead(
  unitName: string,
  parentBody: string | null,
  issued: Pick<SignedOff, 'place' | 'date'> | CalendarDate,
  { language, translate }: Words,
): ScorecardHead {
  const { place, date } = typeof issued === 'string' ? { place: placeName(unitName), date: issued } : issued;
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    parentBody:
      parentBody === null
        ? null
        : translate('report:parentCommittee', { name: parentBody.toLocaleUpperCase('vi') }),
    issuingBody: [translate('report:issuingCommittee'), unitName.toLocaleUpperCase('vi')],
    nation: translate('report:nation'),
    motto: translate('report:motto'),
    translation: language === 'vi' ? null : translate('report:nationTranslation'),
    numberLine: translate('report:numberLine'),
    placeAndDate: translate('report:placeAndDate', {
      place,
      // Nghị định 30: a zero stands before days below 10 and before months 1 and 2 only.
      day,
      month: Number(month) <= 2 ? month : String(Number(month)),
      year,
    }),
  };
}

export function buildUnitFields(
  input: {
    readonly unit: PrintedUnit;
    readonly header: AssessmentHeader;
    readonly set: CriteriaSet;
    readonly digest: string;
  },
  { language, translate }: Words,
): readonly LabelledText[] {
  const { unit, header, set } = input;
  const fields = Object.fromEntries(
    headerFields.map((field) => [field, header[field]?.normalize('NFC').trim() ?? '']),
  );
  const given = (field: HeaderField) => fields[field] || translate('report:blank');
  const contact = [fields['contactName'], fields['contactPosition']].filter(Boolean).join(', ');
  return [
    {
      label: translate('report:unitName'),
      value: translate('report:unitCode', { name: unit.name, code: unit.code }),
    },
    { label: translate('report:address'), value: given('address') },
    { label: translate('report:staffCount'), value: given('staffCount') },
    { label: translate('report:businessCount'), value: given('businessCount') },
    { label: translate('report:population'), value: given('population') },
    { label: translate('report:contact'), value: contact === '' ? translate('report:blank') : contact },
    { label: translate('report:phone'), value: given('contactPhone') },
    { label: translate('report:email'), value: given('contactEmail') },
    {
      label: translate('report:criteriaSet'),
      value: translate('report:criteriaSetValue', {
        title: set.title[language],
        version: set.version,
        digest: shortCode(input.digest),
      }),
    },
  ];
}

export function buildSignature(
  parentBody: string | null,
  signedOff: SignedOff | null,
  { translate }: Words,
): SignatureBlock {
  const parent =
    parentBody === null ? null : translate('report:parentCommittee', { name: lowerKind(parentBody) });
  return {
    recipients: {
      label: translate('report:recipients'),
      items: [
        ...(parent === null ? [] : [translate('report:recipientParent', { body: parent })]),
        translate('report:recipientAggregator'),
        translate('report:recipientArchive'),
      ],
    },
    preparedBy: { title: translate('report:preparedBy'), note: translate('report:signHere') },
    head:
      signedOff === null
        ? {
            title: translate('report:head'),
            position: translate('report:headPosition'),
            note: translate('report:signAndSeal'),
            name: '',
          }
        : {
            title: signedOff.title.toLocaleUpperCase('vi'),
            position: '',
            note: translate('report:signAndSeal'),
            name: signedOff.name,
          },
  };
}

const kindWords = /^(?:Phường|Xã|Đặc khu|Thị trấn|Thị xã|Quận|Huyện|Thành phố|Tỉnh)\s+/u;

/** Địa danh: the unit's own name; a number keeps its kind ("Phường 1"). */
function placeName(unitName: string): string {
  const bare = unitName.replace(kindWords, '');
  return /^\d/u.test(bare) ? unitName : bare;
}

function lowerKind(unitName: string): string {
  return unitName.slice(0, 1).toLocaleLowerCase('vi') + unitName.slice(1);
}
