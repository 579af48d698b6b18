import { useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import { appError, type AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';

export type Examined = CallOutput<'criteria.examine'>;
export type Comparison = NonNullable<Examined['comparison']>;
export type Change = Comparison['changes'][number];
export type Published = CallOutput<'criteria.publish'>;

/** A workbook that was read, with how the criteria of the version before live on as a person has decided it. */
interface ReadBook {
  readonly fileName: string;
  readonly base64: string;
  readonly examined: Examined;
  readonly changes: readonly Change[];
}

export type WriteState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  | ({ readonly kind: 'read'; readonly errors: readonly AppError[]; readonly isSending: boolean } & ReadBook)
  | { readonly kind: 'published'; readonly published: Published };

/** From a chosen workbook to a signed set. @param onPublished the list of sets has changed */
export function useWriteSet(onPublished: () => void) {
  const [state, setState] = useState<WriteState>({ kind: 'idle' });

  const read = async (file: File): Promise<void> => {
    setState({ kind: 'reading' });
    const base64 = await toBase64(file);
    if (base64 === null) {
      setState({ kind: 'failed', errors: [appError('file-unreadable', { path: file.name })] });
      return;
    }
    const examined = await call('criteria.examine', { base64 });
    if (!examined.ok) {
      setState({ kind: 'failed', errors: examined.errors });
      return;
    }
    setState({
      kind: 'read',
      fileName: file.name,
      base64,
      examined: examined.value,
      changes: examined.value.comparison?.changes ?? [],
      errors: [],
      isSending: false,
    });
  };

  const decide = (change: Change): void => {
    setState((before) =>
      before.kind === 'read'
        ? { ...before, changes: before.changes.map((one) => (one.from === change.from ? change : one)) }
        : before,
    );
  };

  const publish = async (): Promise<void> => {
    if (state.kind !== 'read' || state.isSending) return;
    setState({ ...state, isSending: true, errors: [] });
    const published = await call('criteria.publish', { base64: state.base64, changes: [...state.changes] });
    if (!published.ok) {
      setState({ ...state, isSending: false, errors: published.errors });
      return;
    }
    setState({ kind: 'published', published: published.value });
    onPublished();
  };

  return { state, read, decide, publish };
}

/** Null where the file vanished. */
async function toBase64(file: File): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const pieces: string[] = [];
    // More arguments than this overflow the stack.
    for (let at = 0; at < bytes.length; at += 8192)
      pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
    return btoa(pieces.join(''));
  } catch {
    return null;
  }
}
