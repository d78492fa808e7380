import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anEvent } from './an-event.cases'
import { lint } from './lint'
import { lintRules } from './lint-rules'
import { usualSeverities } from './usual-severities'

const folder = join(import.meta.dirname, 'rules')

describe('the registry', () => {
  test('each rule has an id, a title and a usual severity of its own', () => {
    const ids = lintRules.map(({ id }) => id)
    expect([...ids].sort()).toEqual(Object.keys(usualSeverities).sort())
    expect(new Set(lintRules.map(({ title }) => title)).size).toBe(ids.length)
  })

  test.each(lintRules)(
    '$id says why, and stands in a file of its name with a test beside it',
    ({ id, why }) => {
      expect(why).toMatch(/^[A-Z].*\.$/)
      for (const file of [`${id}.ts`, `${id}.test.ts`])
        expect([file, existsSync(join(folder, file))]).toEqual([file, true])
    },
  )

  test('no rule is left out', () => {
    const files = readdirSync(folder).filter((file) => !file.endsWith('.test.ts'))
    expect(files.sort()).toEqual(lintRules.map(({ id }) => `${id}.ts`).sort())
  })
})

describe('lint', () => {
  test('a plan sets its own severities', () => {
    const rules = [anEvent('A', { a: {} })]
    const of = (findings: ReturnType<typeof lint>) => findings.find(({ id }) => id === 'any-type')?.severity
    expect([
      of(lint(rules)),
      of(lint(rules, { 'any-type': 'error' })),
      of(lint(rules, { 'any-type': 'off' })),
    ]).toEqual(['warning', 'error', undefined])
  })
})
