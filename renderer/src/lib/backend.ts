import type { CallInput, CallName, CallOutput } from '#shared/api/contract.ts';
import { failWith, type Result } from '#shared/errors/result.ts';

/** What the desktop preload exposes, and nothing more. */
interface DesktopBridge {
  invoke(name: string, input: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): void;
}

declare global {
  interface Window {
    readonly thuocSo?: DesktopBridge;
  }
}

/** Whether this host has dialogs of the system, which the browser's has not. */
export function hasSystemDialogs(): boolean {
  return window.thuocSo !== undefined;
}

export interface CallOptions {
  /** The page is going away: the request must outlive it. */
  readonly leaving?: boolean;
}

/**
 * Calls the backend through whatever this host offers: the desktop bridge, else HTTP on the page's own origin.
 * Never throws. Errors: those of the call, and `backend-unreachable` when no answer came.
 */
export async function call<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): Promise<Result<CallOutput<N>>> {
  try {
    const reply = window.thuocSo
      ? await window.thuocSo.invoke(name, input)
      : await post(name, input, options);
    if (isResult(reply)) return reply as Result<CallOutput<N>>;
  } catch {
    // Falls through: no answer and an answer that is none are the same to the officer.
  }
  return failWith('backend-unreachable');
}

const hostListeners = new Set<(event: unknown) => void>();
let isListening = false;

/**
 * Hears what the desktop host tells the screens until the function given back is called; other hosts tell nothing.
 * `onReady` runs once where there is such a host, for what it told before anybody listened.
 */
export function listenToHost(listener: (event: unknown) => void, onReady: () => unknown): () => void {
  if (!window.thuocSo) return () => undefined;
  hostListeners.add(listener);
  if (!isListening) {
    isListening = true;
    window.thuocSo.onEvent((event) => {
      for (const one of hostListeners) one(event);
    });
  }
  onReady();
  return () => hostListeners.delete(listener);
}

async function post(name: CallName, input: unknown, options: CallOptions): Promise<unknown> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    credentials: 'same-origin',
    keepalive: options.leaving ?? false,
  });
  return (await response.json()) as unknown;
}

function isResult(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}
