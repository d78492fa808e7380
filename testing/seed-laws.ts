import { readFileSync } from 'node:fs'
import { expect, inject } from 'vitest'

const { testPath } = expect.getState()
// Loading fast-check takes longer than most tests, so only those that use it do.
if (testPath && readFileSync(testPath, 'utf8').includes("from 'fast-check'")) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed: inject('lawSeed') })
}
