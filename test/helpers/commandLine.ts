import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommandLine } from '../../electron/hosts/cli/runCommandLine.ts';
import { loadContent, type Content } from '../../electron/backend/files/content.ts';
import type { Result } from '../../shared/errors/result.ts';
import { productFolder } from './content.ts';

const read = new Map<string, Result<Content>>();

/** The bundled content does not change while tests run; reading it again for each command was most of their time. */
function readOnce(folder: string): Result<Content> {
  const known = read.get(folder) ?? loadContent(folder);
  read.set(folder, known);
  return known;
}

/** What a run of the command line left behind. */
export interface CommandRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in this process: the same code without the price of a start. */
export async function runCommand(...args: readonly string[]): Promise<CommandRun> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCommandLine(args, {
    print: (text) => (stdout += text),
    tell: (text) => (stderr += text),
    readContent: readOnce,
  });
  return { exitCode, stdout, stderr };
}

/** The real process, with its own stdout and stderr. */
export function spawnCommand(args: readonly string[], folder: string = productFolder): Promise<CommandRun> {
  const main = path.join(productFolder, 'electron/hosts/cli/main.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? -1, stdout, stderr }));
  });
}

/** An answers file for a ward of Đà Nẵng in 2026; `changes` replace fields of its head. */
export function writeAnswers(folder: string, answers: object, changes: object = {}): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'answers.json');
  const head = {
    format: 'thuoc-so-answers',
    version: 1,
    criteriaSet: 'da-nang-phuong-xa',
    criteriaVersion: '1.0.0',
    unit: '20242',
    period: '2026',
  };
  writeFileSync(file, JSON.stringify({ ...head, answers, ...changes }));
  return file;
}
