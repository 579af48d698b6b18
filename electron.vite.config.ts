import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { guidePlugin } from './scripts/guide/guidePlugin.ts';

const root = import.meta.dirname;

/** Builds the desktop host and the screens; the browser host serves the same `out/renderer` and needs no build itself. */
export default defineConfig({
  main: {
    build: {
      outDir: path.join(root, 'out/main'),
      rolldownOptions: {
        input: {
          main: path.join(root, 'electron/hosts/desktop/main.ts'),
          // Threads start from files of their own; renderScorecardPdfs and readInThread look for them beside the main file.
          scorecardWorker: path.join(root, 'electron/backend/reports/scorecardWorker.ts'),
          readingWorker: path.join(root, 'electron/backend/usecases/imports/readingWorker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: path.join(root, 'out/preload'),
      rolldownOptions: {
        input: { preload: path.join(root, 'electron/hosts/desktop/preload.ts') },
        // A sandboxed preload can only be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [react(), guidePlugin(path.join(root, 'docs'))],
    build: {
      outDir: path.join(root, 'out/renderer'),
      // The browser host shows them in whatever Chromium, Edge or Chrome the machine has.
      target: 'chrome120',
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path.join(root, 'renderer/index.html') },
      // Inlined files would become data: URLs, which the content security policy refuses for scripts and fonts.
      assetsInlineLimit: 0,
    },
  },
});
