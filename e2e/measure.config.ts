import { defineConfig } from '@playwright/test'
import journeys from '../playwright.config'

// What is measured in a browser takes minutes and depends on the machine, so it is run by itself:
// `npx playwright test --config e2e/measure.config.ts`.
export default defineConfig({
  ...journeys,
  testDir: '.',
  globalSetup: './server/global-setup.ts',
  workers: 1,
  timeout: 600_000,
  projects: [
    { name: 'people', testMatch: '**/*.setup.ts' },
    { name: 'measures', testMatch: '**/*.measure.ts', dependencies: ['people'] },
  ],
})
