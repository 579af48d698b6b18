import { describe, expect, test } from 'vitest';
import { provideTools, type Machine, type SystemTool } from './systemTools.ts';

/** A machine that records what it was asked to install; installing a package makes its program appear. */
function createMachine(present: readonly SystemTool[], changes: Partial<Machine> = {}) {
  const tools = new Set<SystemTool>(present);
  const installed: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    has: (tool) => tools.has(tool),
    mayInstall: true,
    install: (packages) => {
      installed.push(...packages);
      if (packages.includes('chromium')) tools.add('chromium');
      if (packages.includes('poppler-utils')) tools.add('pdftotext');
      return null;
    },
    say: (line) => said.push(line),
    ...changes,
  };
  return { machine, installed, said };
}

describe('the programs that tests need', () => {
  test('are left alone when they are there', () => {
    const { machine, installed, said } = createMachine(['chromium', 'pdftotext']);
    expect(provideTools(['chromium', 'pdftotext'], machine).size).toBe(0);
    expect([installed, said]).toEqual([[], []]);
  });

  test('are installed when missing, and the user is told', () => {
    const { machine, installed, said } = createMachine(['chromium']);
    expect(provideTools(['chromium', 'pdftotext'], machine).size).toBe(0);
    expect(installed).toEqual(['poppler-utils']);
    expect(said).toHaveLength(1);
  });

  test('are named with a way out when we may not install them', () => {
    const { machine, installed } = createMachine([], { mayInstall: false });
    expect(provideTools(['chromium'], machine).get('chromium')).toContain('sudo apt-get install chromium');
    expect(installed).toEqual([]);
  });

  test('are named with the reason when installing them fails', () => {
    const { machine } = createMachine([], { install: () => 'apt-get update failed: no network' });
    expect(provideTools(['pdftotext'], machine).get('pdftotext')).toContain('no network');
  });

  test('are named when installing them changes nothing', () => {
    const { machine } = createMachine([], { install: () => null });
    expect(provideTools(['chromium'], machine).get('chromium')).toContain('still not there');
  });
});
