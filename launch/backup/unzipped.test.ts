import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzipped } from './unzipped'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unzipped-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (content: AsyncIterable<Buffer>) => {
  const parts: Buffer[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts).toString()
}

test('what was zipped comes back', async () => {
  const file = join(folder, 'whole')
  await writeFile(file, gzipSync('hello'))
  expect(await read(unzipped(file))).toBe('hello')
})

test.each([
  ['was cut', gzipSync('hello').subarray(0, -1)],
  ['is empty', Buffer.alloc(0)],
  ['is of another kind', Buffer.from('hello')],
])('a file that %s fails whoever reads, and nobody before', async (name, bytes) => {
  const file = join(folder, name)
  await writeFile(file, bytes)
  const content = unzipped(file)
  // Somebody else is busy for so long that all of it was looked at.
  await expect.poll(() => content.errored).not.toBe(null)
  await expect(read(content)).rejects.toMatchObject({ code: expect.stringMatching(/^Z_/) })
})

// Of 1,500 such readings, 12 ended with an error that nobody had caught.
test('at whatever moment reading begins, it is the only one to fail', async () => {
  const whole = gzipSync(Buffer.from(randomBytes(60_000).toString('hex')))
  const file = join(folder, 'cut anywhere')
  for (let round = 0; round < 600; round += 1) {
    const length = [whole.length - 1, 10, whole.length >> 1][round % 3]
    await writeFile(file, whole.subarray(0, length))
    const content = unzipped(file)
    for (let turns = round % 40; turns > 0; turns -= 1) await setImmediate()
    await expect(read(content)).rejects.toMatchObject({ code: expect.stringMatching(/^Z_/) })
  }
})
