/** Keeps secrets unreadable on the disk. What one account on one machine has protected, no other can reveal. */
export interface SecretProtection {
  protect(text: string): Uint8Array;
  /** Throws where it was protected elsewhere, or changed. */
  reveal(bytes: Uint8Array): string;
}
