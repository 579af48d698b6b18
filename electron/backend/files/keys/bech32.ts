const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const checksumLength = 6;

/**
 * Bytes as age writes keys: `<prefix>1<letters><checksum>`, in lower case.
 * @param prefix lower case ASCII
 * Source: BIP 173, https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
 */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const words = toFiveBits(bytes);
  const checksum = checksumOf(prefix, words);
  return `${prefix}1${[...words, ...checksum].map((word) => letters[word] ?? '').join('')}`;
}

/** Whether a text is well formed, its checksum included, and carries as many bytes as asked. */
export function isBech32(text: string, prefix: string, byteCount: number): boolean {
  if (!text.startsWith(`${prefix}1`)) return false;
  const words = Array.from(text.slice(prefix.length + 1), (letter) => letters.indexOf(letter));
  if (words.includes(-1) || words.length !== Math.ceil((byteCount * 8) / 5) + checksumLength) return false;
  return polymod([...expand(prefix), ...words]) === 1;
}

function toFiveBits(bytes: Uint8Array): readonly number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const padded = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0');
  return (padded.match(/.{5}/gu) ?? []).map((five) => Number.parseInt(five, 2));
}

function checksumOf(prefix: string, words: readonly number[]): readonly number[] {
  const remainder = polymod([...expand(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  return Array.from(
    { length: checksumLength },
    (_, place) => (remainder >> (5 * (checksumLength - 1 - place))) & 31,
  );
}

function expand(prefix: string): readonly number[] {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(words: readonly number[]): number {
  return words.reduce((sum, word) => {
    const top = sum >> 25;
    const shifted = ((sum & 0x1ffffff) << 5) ^ word;
    return generators.reduce(
      (mixed, generator, bit) => ((top >> bit) & 1 ? mixed ^ generator : mixed),
      shifted,
    );
  }, 1);
}
