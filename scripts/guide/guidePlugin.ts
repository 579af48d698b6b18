import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { listPictures, readGuide } from './readGuide.ts';

/** Puts the user guide and its pictures beside the built screens, as `guide/guide.json` and `guide/<picture>`. */
export function guidePlugin(docsFolder: string): Plugin {
  return {
    name: 'user-guide',
    generateBundle() {
      const blocks = readGuide(readFileSync(path.join(docsFolder, 'huong-dan-su-dung.md'), 'utf8'));
      this.emitFile({ type: 'asset', fileName: 'guide/guide.json', source: JSON.stringify(blocks) });
      for (const picture of listPictures(blocks)) {
        const source = readFileSync(path.join(docsFolder, 'pictures', picture));
        this.emitFile({ type: 'asset', fileName: `guide/${picture}`, source });
      }
    },
  };
}
