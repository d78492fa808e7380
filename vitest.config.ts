import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const exclude = ['node_modules/**', '.next/**', 'e2e/**']
// They read the environment when they are imported, or end processes: each has its modules to itself.
const alone = ['app/**/*.db.test.ts', 'worker/**/*.db.test.ts', 'launch/**/*.db.test.ts']
const onDatabase = {
  environment: 'node' as const,
  globalSetup: ['testing/global-database.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    // Left to itself it keeps a core free, which of two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts'],
          environment: 'node',
          globalSetup: ['testing/law-seed.ts'],
          setupFiles: ['testing/seed-laws.ts'],
          // Laws run thousands of cases; a busy machine may take its time over them.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: [...exclude, ...alone],
          // Importing the product for each file anew took longer than many a file's tests.
          isolate: false,
          ...onDatabase,
        },
      },
      {
        resolve: { alias },
        test: { name: 'database-alone', include: alone, exclude, ...onDatabase },
      },
      {
        plugins: [react()],
        resolve: { alias },
        test: {
          name: 'components',
          include: ['**/*.test.tsx'],
          exclude,
          environment: 'jsdom',
          setupFiles: ['testing/component-setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
