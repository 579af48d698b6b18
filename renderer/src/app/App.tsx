import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { CallOutput } from '#shared/api/contract.ts';
import type { Result } from '#shared/errors/result.ts';
import { useAppearance } from '../lib/appearance.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { Routes } from './Routes.tsx';
import { theme } from './theme.ts';

interface AppProps {
  readonly words: i18n;
  readonly status: Result<CallOutput<'app.status'>>;
}

export function App({ words, status }: AppProps) {
  const appearance = useAppearance((state) => state.appearance);
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider theme={theme} forceColorScheme={appearance === 'dark' ? 'dark' : 'light'}>
        <ErrorBoundary>
          <Router hook={useHashLocation}>
            <Frame version={status.ok ? status.value.version : null}>
              <Routes />
            </Frame>
          </Router>
        </ErrorBoundary>
      </MantineProvider>
    </I18nextProvider>
  );
}
