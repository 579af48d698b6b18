import type { Words } from '../words.ts';

const known = ['phuong', 'xa', 'thi-tran', 'dac-khu', 'thanh-pho'] as const;

/** The kind of a unit in words: "phường"; a kind without words stays as it is written. */
export function kindInWords(kind: string, { translate }: Words): string {
  const found = known.find((one) => one === kind);
  return found === undefined ? kind : translate(`summary:kind-${found}`);
}
