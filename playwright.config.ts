import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumFile } from './test/helpers/chromium.ts';

// Every test starts its own browser host on its own data folder and drives the built screens in a real Chromium.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/browser-tests',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Generous: a tour goes through every screen, on machines that do other work too.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumFile(), args: [...chromiumArguments] },
  },
});
