const linesKept = 100;

/** Passes log lines on and keeps the last 100 for the support bundle. */
export interface LineMemory {
  readonly write: (line: string) => void;
  readonly lastLines: () => readonly string[];
}

export function rememberLines(passOn: (line: string) => void): LineMemory {
  let kept: readonly string[] = [];
  return {
    write: (line) => {
      kept = [...kept, line].slice(-linesKept);
      passOn(line);
    },
    lastLines: () => kept,
  };
}
