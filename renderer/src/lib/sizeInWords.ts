import Fraction from 'fraction.js';

const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

/** Bytes as officers see them in their file manager: whole kilobytes, from one megabyte on with one decimal. */
export function sizeInWords(bytes: number): {
  readonly unit: 'kilobytes' | 'megabytes';
  readonly size: Fraction;
} {
  if (bytes < megabyte) return { unit: 'kilobytes', size: new Fraction(Math.ceil(bytes / kilobyte)) };
  return { unit: 'megabytes', size: new Fraction(Math.round((bytes * 10) / megabyte), 10) };
}
