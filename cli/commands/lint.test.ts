import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ran } from '../ran.cases'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const run = (...args: readonly string[]) => ran(['lint', ...args])

const rule = (key: string, schema: string) =>
  `{"type":"TRACK","key":"${key}","version":1,"jsonSchema":${schema}}`
const sound =
  '{ "description":"x" , "properties":{"properties":{"properties":{"total":{"type":"number","description":"x"}}}}}'
const broken =
  '{"description":"x","properties":{"properties":{"properties":{"paid_at":{"type":"string","format":"dateTime","description":"x"},"total":{"type":"number","description":"x","id":"/total"}}}}}'
const plan = (...rules: readonly string[]) => `{"rules":[${rules.join(',')}]}`

describe('plumbline lint', () => {
  test('a rule is made worse, or switched off, by options and by a file; options have the last word', async () => {
    const planFile = file('plan.json', plan(rule('Order Completed', broken)))
    const config = file('lint.json', '{"severities":{"known-defect":"off","unknown-format":"info"}}')
    const severitiesWith = async (...args: readonly string[]) => {
      const { out } = await run(planFile, '--format', 'json', ...args)
      const { findings } = JSON.parse(out) as { findings: { id: string; severity: string }[] }
      return Object.fromEntries(findings.map(({ id, severity }) => [id, severity]))
    }
    expect(await severitiesWith()).toEqual({ 'known-defect': 'warning', 'unknown-format': 'warning' })
    expect(await severitiesWith('--config', config)).toEqual({ 'unknown-format': 'info' })
    expect(
      await severitiesWith(
        '--config',
        config,
        '--severity',
        'unknown-format=error',
        '--severity=known-defect=info',
      ),
    ).toEqual({ 'known-defect': 'info', 'unknown-format': 'error' })
  })

  test.each([
    [['--severity', 'nothing=off'], 'lint has no rule "nothing"'],
    [['--severity', 'any-type=loud'], 'any-type is off, info, warning or error, not "loud"'],
    [['--severity', 'any-type'], 'any-type is off'],
    [['--severity'], 'lint has no rule ""'],
    [['-o', 'out.json'], '-o is for the plan that --fix writes'],
    [['--config', 'none.json'], 'there is no such file'],
  ])('%j cannot run', async (args, why) => {
    const { code, err } = await run(file('plan.json', plan()), ...args)
    expect([code, err]).toEqual([2, expect.stringContaining(why)])
  })

  test('a config that says nothing of severities cannot be used', async () => {
    const planFile = file('plan.json', plan())
    expect(await run(planFile, '--config', file('a.json', '{}'))).toMatchObject({ code: 2 })
    expect((await run(planFile, '--config', file('b.json', '{'))).err).toContain('b.json is no JSON')
  })

  test('what is said of many places is said once', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
    const rules = names.map((name) =>
      rule(`${name} Viewed`, '{"properties":{"properties":{"properties":{"a":{}}}}}'),
    )
    const { code, out } = await run(file('plan.json', plan(...rules)))
    expect(code).toBe(1)
    expect(out.match(/It may hold anything/g)).toHaveLength(1)
    expect(out).toContain('A Viewed  /properties/a')
    expect(out).toContain('and in 2 more places')
  })

  test('--fix writes what is certain, leaves other rules to the letter, and finds nothing to fix a second time', async () => {
    const planFile = file('plan.json', plan(rule('Order Completed', broken), rule('Order Paid', sound)))
    const out = join(folder, 'out.json')
    const fixed = await run(planFile, '--fix', '-o', out)
    expect(fixed).toMatchObject({ code: 0, out: '' })
    expect(fixed.err).toContain('The format is written "date-time".')
    const text = readFileSync(out, 'utf8')
    expect(text).toContain(sound)
    expect(text).toContain(broken.replace('dateTime', 'date-time').replace(',"id":"/total"', ''))
    expect(await run(out)).toMatchObject({ code: 0, out: 'Nothing found.\n' })
    const again = await run(out, '--fix')
    expect([again.code, again.out]).toEqual([0, text])
  })

  test('--fix says how much is left to people', async () => {
    const { code, out, err } = await run(file('plan.json', plan(rule('Clicked', broken))), '--fix')
    expect(code).toBe(1)
    expect(JSON.parse(out).rules).toHaveLength(1)
    expect(err).toContain('Left to people: 1.')
  })
})
