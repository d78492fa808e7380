import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { commandNames } from './command-names'
import { ensureBuilt } from './ensure-built.mjs'
import { ran } from './ran.cases'
import { runCommand } from './run-command'

let program: string
beforeAll(async () => {
  program = await ensureBuilt()
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const run = (args: readonly string[], stdin = '') => ran(args, { stdin, program })

const rule = (total: object, key = 'Order Completed') => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema: { type: 'object', properties: { properties: { type: 'object', properties: { total } } } },
})
const plan = (...rules: unknown[]) => ({ rules })
const call = (total: unknown, messageId = 'm') =>
  JSON.stringify({ type: 'track', event: 'Order Completed', messageId, properties: { total } })

describe('plumbline', () => {
  test.each(commandNames)('%s --help teaches', async (name) => {
    const { code, out } = await run([name, '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^plumbline ${name} `))
    expect(out).toMatch(/Examples?:/)
    expect(out).toContain('Exit codes: 0')
  })

  test.each([
    [['nothing'], 'there is no command "nothing"'],
    [['lint'], 'lint reads one file'],
    [['lint', 'none.json'], 'there is no such file'],
    [['lint', 'none.json', '--colour'], '--colour'],
    [['validate', 'events.ndjson'], 'needs --plan'],
    [['validate', '--plan', '-', '-'], 'either the plan or the events'],
    [['merge', 'a', 'b'], 'three files'],
    [['diff', 'a', 'b', '--format', 'xml'], 'text or json'],
    [['comapre', 'a', 'b'], 'there is no command "comapre"; did you mean compare?'],
    [['help', 'lnit'], 'did you mean lint?'],
    [['--verison'], 'did you mean --version?'],
    [
      ['compare', '--planed-names', 'a', 'b'],
      'there is no option --planed-names; did you mean --planned-names?',
    ],
    [['diff', '-', '-'], 'standard input ("-") can be only one of the files'],
    [['compare', '--ndjson', 'none.ndjson'], 'cannot read none.ndjson: there is no such file'],
    [['compare', '.', '.'], 'cannot read .: it is a folder'],
  ])('%j cannot run: one line on standard error, exit code 2', async (args, why) => {
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(why)
    expect(err.trimEnd()).not.toContain('\n')
  })

  test('help teaches the same as --help, and the version is told', async () => {
    expect(await run(['help', 'compare'])).toEqual(await run(['compare', '--help']))
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('a line that holds no pair is answered, told and makes the exit code 2; the others are answered', async () => {
    const { code, out, err } = await run(
      ['compare', '--ndjson'],
      '{"id":1,"old":true,"new":true}\nno\n{"id":3,"old":{},"new":{}}',
    )
    expect(code).toBe(2)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    ).toEqual(['safe', 'unknown', 'safe'])
    expect(err).toMatch(/^plumbline: line 2: Not JSON.*\n$/)
  })

  test('text that is not UTF-8 is refused', async () => {
    const path = file('latin.json', '')
    writeFileSync(path, Buffer.from([0x7b, 0xe9, 0x7d]))
    expect(await run(['lint', path])).toMatchObject({ code: 2, err: expect.stringContaining('not UTF-8') })
  })

  test('a file that is no plan cannot be linted', async () => {
    const { code, err } = await run(['lint', file('a.json', { hello: 1 })])
    expect([code, err]).toEqual([2, expect.stringContaining('is no tracking plan')])
  })
})

describe('validate', () => {
  test('a line for each call that has occurrences, lines counted from 1, blank ones too', async () => {
    const planFile = file('plan.json', plan(rule({ type: 'number' })))
    const events = `${call(1)}\n\n${call('x', 'bad')}\nnonsense\n${call(2)}`
    const { code, out, err } = await run(['validate', '--plan', planFile, '--format', 'json'], events)
    expect(code).toBe(1)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        line: 3,
        messageId: 'bad',
        occurrences: [
          {
            type: 'invalid-type',
            pointer: '/properties/total',
            message: 'Invalid type. Expected: number, given: string',
            rule: { type: 'TRACK', key: 'Order Completed', version: 1 },
          },
        ],
      },
      { line: 4, occurrences: [{ type: 'other', pointer: '', message: 'The line is no JSON object' }] },
    ])
    expect(err).toContain('read as Segment’s')
  })

  test('characters that are cut between two pieces arrive whole', async () => {
    const planFile = file('plan.json', plan(rule({ type: 'string', enum: ['größe'] })))
    const bytes = Buffer.from(`${call('größe')}\n`)
    const stdin = new PassThrough()
    for (const byte of bytes) stdin.write(Buffer.of(byte))
    stdin.end()
    const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
    const terminal = { stdin, stdout: nowhere(), stderr: nowhere(), colour: false, watched: false, program }
    expect(await runCommand(['validate', '--plan', planFile], terminal)).toBe(0)
  })
})

test('diff shows who is hurt, with a message that is refused now', async () => {
  const files = [
    file('a.json', plan(rule({ type: 'number' }))),
    file('b.json', plan(rule({ type: 'string' }))),
  ]
  const { code, out } = await run(['diff', ...files, '--format', 'json'])
  expect(code).toBe(1)
  expect(JSON.parse(out).changes).toMatchObject([
    {
      kind: 'type-changed',
      pointer: '/properties/total',
      senders: 'breaking',
      readers: 'breaking',
      witness: {},
    },
  ])
  expect(await run(['diff', files[0] ?? '', files[0] ?? ''])).toMatchObject({
    code: 0,
    out: 'Nothing changed.\n',
  })
})

test('diff offers a rename as a guess', async () => {
  const event = (name: string) => JSON.stringify(plan(rule({}))).replace('"total"', JSON.stringify(name))
  const files = [file('old-name.json', event('total')), file('new-name.json', event('amount'))]
  expect((await run(['diff', ...files])).out).toContain('perhaps: total may be called amount now')
  expect(JSON.parse((await run(['diff', ...files, '--format', 'json'])).out).renames).toMatchObject([
    { from: '/properties/total', to: '/properties/amount' },
  ])
})

test('merge writes the merged plan, or the conflicts', async () => {
  const [base, ours, theirs, other] = [
    file('base.json', plan(rule({ type: 'number' }))),
    file('ours.json', plan(rule({ type: 'number', description: 'a' }))),
    file('theirs.json', plan(rule({ type: 'number', minimum: 0 }), rule({}, 'New'))),
    file('other.json', plan(rule({ type: 'number', description: 'b' }))),
  ]
  const out = join(folder, 'out.json')
  expect(await run(['merge', base ?? '', ours ?? '', theirs ?? '', '-o', out])).toMatchObject({
    code: 0,
    out: '',
  })
  expect(JSON.parse(readFileSync(out, 'utf8')).rules).toMatchObject([
    { key: 'New' },
    {
      jsonSchema: { properties: { properties: { properties: { total: { description: 'a', minimum: 0 } } } } },
    },
  ])
  const collided = await run(['merge', base ?? '', ours ?? '', other ?? '', '--format', 'json'])
  expect(collided.code).toBe(1)
  expect(JSON.parse(collided.out).conflicts).toEqual([
    {
      kind: 'schema',
      rule: { type: 'TRACK', key: 'Order Completed', version: 1 },
      pointer: '/properties/total',
      schemaPointer: '/properties/properties/properties/total/description',
      ours: 'a',
      theirs: 'b',
      resolutions: [{ take: 'ours', value: 'a' }, { take: 'theirs', value: 'b' }, { take: 'base' }],
    },
  ])
})

test('merge settles what has the way out that is asked for, and shows what stays open', async () => {
  const [base, ours, theirs] = [
    file('take-base.json', plan(rule({ type: 'number', minimum: 1, description: 'a' }))),
    file('take-ours.json', plan(rule({ type: 'string', minimum: 1, description: 'b' }))),
    file('take-theirs.json', plan(rule({ type: 'boolean', minimum: 1, description: 'c' }))),
  ].map(String)
  const files = [base ?? '', ours ?? '', theirs ?? '']
  const open = await run(['merge', ...files, '--take', 'both'])
  expect([open.code, open.out]).toEqual([
    1,
    expect.stringContaining('/properties/properties/properties/total/description\n  base    "a"\n'),
  ])
  const { code, out } = await run(['merge', ...files, '--take', 'theirs'])
  expect([code, JSON.parse(out).rules[0].jsonSchema.properties.properties.properties.total]).toEqual([
    0,
    { type: 'boolean', minimum: 1, description: 'c' },
  ])
  expect((await run(['merge', ...files, '--take', 'mine'])).err).toContain('--take is ours')
})

test('merge follows a rename, and says that it took one for it', async () => {
  const files = [
    file('rename-base.json', plan(rule({ type: 'number' }))),
    file('rename-ours.json', plan(rule({ type: 'number' }, 'Order Paid'))),
    file('rename-theirs.json', plan(rule({ type: 'number', minimum: 0 }))),
  ].map(String)
  const { code, out, err } = await run(['merge', ...files])
  expect([code, JSON.parse(out).rules]).toMatchObject([
    0,
    [
      {
        key: 'Order Paid',
        jsonSchema: { properties: { properties: { properties: { total: { minimum: 0 } } } } },
      },
    ],
  ])
  expect(err).toContain('Order Completed is taken for renamed to Order Paid')
})

test('merge tells edits that break only together, with what is refused', async () => {
  const files = [
    file('joint-base.json', plan(rule({ enum: ['card'] }))),
    file('joint-ours.json', plan(rule({ enum: ['card'], minLength: 1 }))),
    file('joint-theirs.json', plan(rule({ enum: ['card', ''] }))),
  ].map(String)
  const out = join(folder, 'joint.json')
  const { code, out: told, err } = await run(['merge', ...files, '-o', out, '--format', 'json'])
  expect(code).toBe(0)
  expect(err).toContain('refuses something that the other one lets arrive')
  expect(JSON.parse(told)).toMatchObject({
    conflicts: [],
    jointlyBreaking: [
      { rule: { key: 'Order Completed' }, against: 'theirs', witness: { properties: { total: '' } } },
    ],
  })
})

test('repair mends what is certain and leaves the rest to the letter', async () => {
  const text =
    '{"type":"TRACK","key":"A","version":1,"jsonSchema":{"maximum":12345678901234567890, "minimum":1.0}}'
  const input = file('plan.json', `[${text},${JSON.stringify(rule({ type: 'any' }))}]`)
  const { code, out, err } = await run(['repair', input])
  expect(code).toBe(0)
  expect(out).toContain('12345678901234567890')
  expect(JSON.parse(out).rules[1].jsonSchema.properties.properties.properties.total).toEqual({})
  expect(err).toContain('The type "any" was left out.')
})

test('lint tells findings', async () => {
  const { code, out } = await run([
    'lint',
    file('plan.json', plan(rule({ pattern: '(?=x)' }))),
    '--format',
    'json',
  ])
  expect(code).toBe(1)
  expect(JSON.parse(out).findings).toContainEqual(
    expect.objectContaining({ id: 'pattern-outside-re2', severity: 'error', pointer: '/properties/total' }),
  )
})
