import './app/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { beginWithAppearance } from './lib/appearance.ts';
import { call } from './lib/backend.ts';
import { listenForRestoredData } from './lib/restoredData.ts';
import { createWords } from './lib/words.ts';

/** Vietnamese is read while the backend still says which language was chosen last. */
async function start(root: HTMLElement): Promise<void> {
  const vietnamese = createWords('vi');
  const status = await call('app.status', {});
  const words = status.ok && status.value.language === 'en' ? await createWords('en') : await vietnamese;
  if (status.ok) beginWithAppearance(status.value.appearance);
  document.documentElement.lang = words.language;
  createRoot(root).render(<App words={words} status={status} />);
}

const root = document.getElementById('root');
listenForRestoredData();
if (root) void start(root);
