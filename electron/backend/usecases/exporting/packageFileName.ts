import { shortCode } from '#shared/report/scorecardCode.ts';

export interface NamedSubject {
  readonly unitName: string;
  /** Canonical code of the period. */
  readonly period: string;
  /** 0 for a working copy. */
  readonly revision: number;
  readonly contentDigest: string;
}

/** Windows programs still fail on long paths; the rest of the name needs less than a hundred letters. */
const longestUnitName = 60;

/**
 * What an officer sees: `Phuong-Hai-Chau_2026_lan1_AB12CD34.thuocso`, without diacritics so that it survives every
 * mail program. The code is the one that the printed sheet shows.
 * @param part what the file holds when it is not the unit's own assessment
 */
export function packageFileName(
  subject: NamedSubject,
  part: 'tham-dinh' | 'chot' | 'ket-qua' | 'bien-nhan' | null = null,
): string {
  const { unitName, period, revision, contentDigest } = subject;
  const parts = [
    plainWords(unitName).slice(0, longestUnitName),
    plainWords(period.replaceAll('/', ' den ')),
    `lan${String(revision)}`,
    ...(part === null ? [] : [part]),
    shortCode(contentDigest),
  ];
  return `${parts.join('_')}.thuocso`;
}

/** A bundle of the results of several units: `Ket-qua_2026_93-don-vi.thuocso`. */
export function periodFileName(period: string, units: number): string {
  return `Ket-qua_${plainWords(period.replaceAll('/', ' den '))}_${String(units)}-don-vi.thuocso`;
}

/** Letters and figures without diacritics, with hyphens between; never empty. */
export function plainWords(text: string): string {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return plain === '' ? 'thuoc-so' : plain;
}
