import type { SecretProtection } from '#backend/files/keys/secretProtection.ts';

/** Behaves as a system's keeping of secrets does: unreadable on the disk, and for another machine too. */
export function makeFakeProtection(machine: string): SecretProtection {
  const mark = Buffer.from(`${machine}:`);
  return {
    protect: (text) => Buffer.concat([mark, Buffer.from(text)]).map((byte) => byte ^ 0x5a),
    reveal: (bytes) => {
      const revealed = Buffer.from(bytes).map((byte) => byte ^ 0x5a);
      if (!Buffer.from(revealed.subarray(0, mark.length)).equals(mark)) throw new Error('foreign secret');
      return Buffer.from(revealed.subarray(mark.length)).toString('utf8');
    },
  };
}
