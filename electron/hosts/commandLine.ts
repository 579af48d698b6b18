import { parseArgs } from 'node:util';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { Language } from '#shared/api/contract.ts';

/** What a host with screens was asked for; the desktop host has no port and always opens its window. */
export interface HostRequest {
  /** `null`: the folder the system provides for it. */
  readonly dataFolder: string | null;
  /** 0: any free port. */
  readonly port: number;
  readonly openWindow: boolean;
  readonly demo: boolean;
  /** Put the newest sound backup in the place of a database that no longer opens. */
  readonly restore: boolean;
  /** `null`: the language last chosen. */
  readonly language: Language | null;
}

/**
 * The words of the desktop host's command line that are meant for us; the program's folder and Chromium's own
 * switches stand among them.
 */
export function selectOwnWords(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => {
    const isValue = words[index - 1] === '--data' || words[index - 1] === '--lang';
    return isValue || /^--(?:(?:demo|restore)$|(?:data|lang)(?:=|$))/u.test(word);
  });
}

/** Reads `--data <folder> --port <n> --open --demo --restore --lang vi|en`. Errors: `input-invalid`. */
export function readCommandLine(words: readonly string[]): Result<HostRequest> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        restore: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    });
    const port = /^\d{1,5}$/u.test(values.port) ? Number(values.port) : Number.NaN;
    if (!(port <= 65_535)) return failWith('input-invalid', {}, '--port');
    if (values.lang !== undefined && !isLanguage(values.lang)) return failWith('input-invalid', {}, '--lang');
    return succeed({
      dataFolder: values.data ?? null,
      port,
      openWindow: values.open,
      demo: values.demo,
      restore: values.restore,
      language: values.lang ?? null,
    });
  } catch (error) {
    return failWith('input-invalid', {}, error instanceof Error ? error.message : '');
  }
}

function isLanguage(text: string): text is Language {
  return text === 'vi' || text === 'en';
}
