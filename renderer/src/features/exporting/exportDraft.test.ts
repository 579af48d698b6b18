import { describe, expect, it } from 'vitest';
import { emptyDraft, faultOfDraft, inputOfDraft } from './exportDraft.ts';

describe('what is chosen for a file to send', () => {
  it('needs nothing more where nothing is encrypted', () => {
    expect(faultOfDraft(emptyDraft)).toBeNull();
  });

  it('needs a passphrase of some length, twice the same', () => {
    const draft = { ...emptyDraft, protection: 'passphrase' as const };
    expect(faultOfDraft({ ...draft, passphrase: 'ngắn', passphraseAgain: 'ngắn' })).toBe('passphrase-short');
    expect(faultOfDraft({ ...draft, passphrase: 'mưa rào', passphraseAgain: '' })).toBe('passphrase-short');
    expect(faultOfDraft({ ...draft, passphrase: 'mưa rào tháng sáu', passphraseAgain: 'mưa rào' })).toBe(
      'passphrase-differs',
    );
    const words = 'mưa rào tháng sáu';
    expect(faultOfDraft({ ...draft, passphrase: words, passphraseAgain: words })).toBeNull();
  });

  it('needs at least one recipient where it is encrypted for recipients', () => {
    const draft = { ...emptyDraft, protection: 'recipients' as const };
    expect(faultOfDraft(draft)).toBe('recipients-none');
    expect(faultOfDraft({ ...draft, recipients: ['age1x'] })).toBeNull();
  });

  it('carries nothing of a protection that was given up', () => {
    const draft = { ...emptyDraft, passphrase: 'mưa rào tháng sáu', recipients: ['age1x'] };
    expect(inputOfDraft('a', draft)).toMatchObject({ passphrase: null, recipients: [] });
    expect(inputOfDraft('a', { ...draft, protection: 'recipients' })).toMatchObject({
      passphrase: null,
      recipients: ['age1x'],
    });
  });
});
