import type { Backend } from '#backend/backend.ts';
import { failWith } from '#shared/errors/result.ts';

/** What a host asks of a backend; each test gives it what it is about, and the rest refuses. */
export function refusingBackend(given: Partial<Backend> = {}): Omit<Backend, 'close'> {
  const refuse = () => Promise.resolve(failWith('call-unknown'));
  return {
    call: (name) => Promise.resolve(failWith('call-unknown', { name })),
    storeEvidence: refuse,
    findEvidence: () => Promise.resolve(failWith('evidence-file-missing')),
    receivePackage: refuse,
    findExport: () => Promise.resolve(failWith('export-gone')),
    ...given,
  };
}
