import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Terminal } from './command'
import { type Line, readLines } from './read-lines'

const reading = async (chunks: Iterable<Buffer>): Promise<Line[]> => {
  const nowhere = new PassThrough()
  const terminal: Terminal = {
    stdin: Readable.from(chunks),
    stdout: nowhere,
    stderr: nowhere,
    colour: false,
    watched: false,
    program: '',
  }
  const lines: Line[] = []
  for await (const batch of readLines('-', terminal)) lines.push(...batch)
  return lines
}
const read = (...parts: (string | Buffer)[]) =>
  reading([Buffer.concat(parts.map((part) => Buffer.from(part)))])

test.each([
  ['lines end with a line feed', 'a\nb\n', ['1 a', '2 b']],
  ['the last one needs none', 'a\nb', ['1 a', '2 b']],
  ['blank ones count and are left out', '\n \na\n\r\n\nb', ['3 a', '6 b']],
  ['a carriage return is space to JSON', '{}\r\n[]\r\n', ['1 {}\r', '2 []\r']],
  ['the mark of some editors is no part of the text', '\ufeff{}\n{}', ['1 {}', '2 {}']],
  ['nothing is no line', '', []],
])('%s', async (_what, text, lines) => {
  expect((await read(text)).map((line) => `${line.number} ${line.text}`)).toEqual(lines)
})

test('whatever the pieces are that they come in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('größe', '\n', ' ', 'a', '💶', '\ufeff', '{"a":1}')),
      fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
      async (parts, sizes) => {
        const bytes = Buffer.from(parts.join(''))
        const pieces = function* () {
          for (let at = 0; at < bytes.length; ) {
            const size = sizes.next().value ?? 1
            yield bytes.subarray(at, at + size)
            at += size
          }
        }
        expect(await reading(pieces())).toEqual(await read(bytes))
      },
    ),
  )
})

test('bytes that are no UTF-8 are a fault of their line alone', async () => {
  expect(await read('a\n', Buffer.of(0x7b, 0xff, 0x7d), '\nb')).toMatchObject([
    { number: 1, text: 'a' },
    { number: 2, fault: 'The line is not UTF-8 text' },
    { number: 3, text: 'b' },
  ])
})

test('a line without end is a fault, of which only the beginning is held', async () => {
  const endless = function* () {
    yield Buffer.from('first\n{"id":7,"old":"')
    for (let i = 0; i < 200; i += 1) yield Buffer.alloc(64 * 1024, 'x')
    yield Buffer.from('\nlast')
  }
  const lines = await reading(endless())
  expect(lines).toMatchObject([
    { number: 1, text: 'first' },
    { number: 2, fault: 'The line is longer than 8 MB' },
    { number: 3, text: 'last' },
  ])
  expect(lines[1]?.text).toMatch(/^\{"id":7,"old":"x{1000}/)
  expect(lines[1]?.text.length).toBeLessThan(10_000)
})

test('UTF-16 is refused in one line that says what to do', async () => {
  await expect(read(Buffer.from('\ufeff{}\n', 'utf16le'))).rejects.toThrow(
    'cannot read standard input: it is UTF-16 text; save it as UTF-8.',
  )
})

test('a file is read as far as it is asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'long.ndjson')
  writeFileSync(file, '{}\n'.repeat(1_000_000))
  let bytes = 0
  const terminal = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough() }
  const batches = readLines(file, { ...terminal, colour: false, watched: false, program: '' }, (more) => {
    bytes += more
  })
  await batches.next()
  expect(bytes).toBeLessThan(500_000)
  await batches.return(undefined)
})
