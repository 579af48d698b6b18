import { describe, expect, it } from 'vitest';
import { encryptionOf, faultOfProtection, unprotected } from './protection.ts';

describe('who can open a file', () => {
  it('needs nothing more where nothing is encrypted', () => {
    expect(faultOfProtection(unprotected)).toBeNull();
  });

  it('needs a passphrase of some length, twice the same', () => {
    const draft = { ...unprotected, protection: 'passphrase' as const };
    expect(faultOfProtection({ ...draft, passphrase: 'ngắn', passphraseAgain: 'ngắn' })).toBe(
      'passphrase-short',
    );
    expect(faultOfProtection({ ...draft, passphrase: 'mưa rào', passphraseAgain: '' })).toBe(
      'passphrase-short',
    );
    expect(faultOfProtection({ ...draft, passphrase: 'mưa rào tháng sáu', passphraseAgain: 'mưa rào' })).toBe(
      'passphrase-differs',
    );
    const words = 'mưa rào tháng sáu';
    expect(faultOfProtection({ ...draft, passphrase: words, passphraseAgain: words })).toBeNull();
  });

  it('needs at least one recipient where it is encrypted for recipients', () => {
    const draft = { ...unprotected, protection: 'recipients' as const };
    expect(faultOfProtection(draft)).toBe('recipients-none');
    expect(faultOfProtection({ ...draft, recipients: ['age1x'] })).toBeNull();
  });

  it('carries nothing of a protection that was given up', () => {
    const draft = { ...unprotected, passphrase: 'mưa rào tháng sáu', recipients: ['age1x'] };
    expect(encryptionOf(draft)).toMatchObject({ passphrase: null, recipients: [] });
    expect(encryptionOf({ ...draft, protection: 'recipients' })).toMatchObject({
      passphrase: null,
      recipients: ['age1x'],
    });
  });
});
