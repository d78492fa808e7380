import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RecordFormat, recordSplitter } from './split-records'

const split = (format: RecordFormat, chunks: readonly string[], size: number) => {
  const splitter = recordSplitter(format, size)
  return [...chunks.flatMap((chunk) => splitter.add(chunk)), ...splitter.rest()]
}

test('NDJSON is cut between lines, and each part knows where it begins', () => {
  expect(split('ndjson', ['{"a":1}\n{"b', '":2}\n{"c":3}'], 4)).toEqual([
    { text: '{"a":1}\n', line: 1 },
    { text: '{"b":2}\n', line: 2 },
    { text: '{"c":3}', line: 3 },
  ])
})

test('CSV is cut between records, not within quotes, and each part has the header', () => {
  const file = 'id,text\n1,"a\nb ""x"""\n2,c\n'
  expect(split('csv', [...file], 1)).toEqual([
    { text: 'id,text\n1,"a\nb ""x"""\n', line: 2 },
    { text: 'id,text\n2,c\n', line: 4 },
  ])
})

test('an empty file has no parts', () => {
  expect(split('ndjson', ['', '\n'], 10)).toEqual([])
  expect(split('csv', ['id,text\n'], 10)).toEqual([])
})

test('however a file is cut, its parts make the whole file again', () => {
  const lines = fc.array(fc.constantFrom('{"a":1}', '', '{"b":"x"}', '"'), { maxLength: 30 })
  fc.assert(
    fc.property(
      lines,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 40 }),
      (given, step, size) => {
        const file = given.join('\n')
        const chunks = file.match(new RegExp(`[^]{1,${step}}`, 'g')) ?? []
        const parts = split('ndjson', chunks, size)
        expect(
          parts
            .map(({ text }) => text)
            .join('')
            .trim(),
        ).toBe(file.trim())
        for (const { line, text } of parts)
          expect(
            file
              .split('\n')
              .slice(line - 1)
              .join('\n')
              .startsWith(text),
          ).toBe(true)
      },
    ),
  )
})
