import { defineConfig } from 'vitest/config';

// `fault` kills processes for minutes, so it is a project of its own; browser tests belong to Playwright.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Servers start in hooks, many at once on a busy machine.
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Reading the modules anew for each file was half of the work. Who replaces modules resets them afterwards.
          isolate: false,
          include: ['{shared,electron,renderer,scripts,test}/**/*.test.{ts,tsx}'],
          exclude: ['test/{e2e,fault,packaging}/**', 'out/**'],
        },
      },
      // Packs what was built, so it comes after the build.
      { extends: true, test: { name: 'packaging', include: ['test/packaging/**/*.test.ts'] } },
      { extends: true, test: { name: 'fault', include: ['test/fault/**/*.test.ts'], testTimeout: 900_000 } },
    ],
  },
});
