import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { productFolder } from '../helpers/content.ts';

const page = `<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /><title>Trang trống</title></head>
  <body><div id="root"></div><script type="module" src="/main.tsx"></script></body>
</html>
`;

const script = `import '@mantine/core/styles.css';
import { Button, MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <MantineProvider forceColorScheme="light">
      <main><Button>Trống</Button></main>
    </MantineProvider>,
  );
}
`;

/** Builds a page of the same stack with one button and nothing else: what no screen of ours can be faster than. */
export async function buildEmptyPage(): Promise<string> {
  // Inside the project, where its packages are found.
  const folder = path.join(productFolder, '.cache/empty-page');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, 'main.tsx'), script);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { assetsInlineLimit: 0 },
  });
  return path.join(folder, 'dist');
}
