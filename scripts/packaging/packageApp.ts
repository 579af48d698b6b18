import { electronDistVariable, type ElectronSource } from './electronSource.ts';

/** The work around electron-builder, passed in so that each way it can end is tested without packing. */
export interface PackagingTools {
  /** What the build wrote when it failed, else null. */
  readonly build: () => string | null;
  /** One sentence for each part of the build that is too heavy. */
  readonly overBudget: () => readonly string[];
  readonly findElectron: () => Promise<ElectronSource>;
  /** Runs electron-builder; its exit code. */
  readonly pack: (words: readonly string[]) => number;
  readonly say: (...lines: readonly string[]) => void;
}

/**
 * Builds, weighs and packs. What `words` hold goes to electron-builder (`--win`, `--linux`, `dir`). Returns the exit
 * code: 0 packed, 1 failed, 3 where Electron's runtime cannot be had from here.
 */
export async function packageApp(words: readonly string[], tools: PackagingTools): Promise<number> {
  const source = await tools.findElectron();
  if (source.kind === 'unreachable') {
    tools.say(
      `Không đóng gói được trên máy này vì không lấy được phần chạy của Electron (${source.address}); hãy chạy lại trên máy có mạng, hoặc đặt biến ${electronDistVariable} là thư mục chứa phần chạy đã tải sẵn.`,
      `The app cannot be packaged on this machine because Electron's runtime cannot be had (${source.address}); run this where there is a network, or let ${electronDistVariable} name a folder with a runtime fetched before.`,
    );
    return 3;
  }
  const failure = tools.build();
  if (failure !== null) {
    tools.say(failure, 'Không dựng được ứng dụng; lý do ở trên.', 'The app could not be built; see above.');
    return 1;
  }
  const faults = tools.overBudget();
  if (faults.length > 0) {
    tools.say('Bản dựng nặng hơn mức cho phép:', 'The build is heavier than its budget:', ...faults);
    return 1;
  }
  const dist = source.kind === 'folder' ? [`-c.electronDist=${source.folder}`] : [];
  return tools.pack([...words, ...dist]) === 0 ? 0 : 1;
}
