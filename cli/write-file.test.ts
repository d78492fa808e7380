import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFile } from './write-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('replaces a file and keeps its permissions, and leaves nothing beside it', async () => {
  const file = join(folder, 'plan.json')
  writeFileSync(file, 'old')
  chmodSync(file, 0o600)
  await writeFile(file, 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['plan.json'])
})

test('writes through a link instead of replacing it', async () => {
  writeFileSync(join(folder, 'real.json'), 'old')
  symlinkSync('real.json', join(folder, 'link.json'))
  await writeFile(join(folder, 'link.json'), 'new')
  expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new')
})

test('what is no file is written to as it is', async () => {
  await writeFile('/dev/null', 'gone')
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
})

test.each([
  ['nowhere/plan.json', 'there is no such file or folder'],
  ['folder', 'it is a folder'],
])('cannot write %s, says why in one line and leaves nothing', async (name, why) => {
  mkdirSync(join(folder, 'folder'))
  const file = join(folder, name)
  await expect(writeFile(file, 'x')).rejects.toThrow(`cannot write ${file}: ${why}.`)
  expect(readdirSync(folder)).toEqual(['folder'])
})

test.runIf(statSync('/dev/full', { throwIfNoEntry: false }))('a full disk is told as one', async () => {
  await expect(writeFile('/dev/full', 'x')).rejects.toThrow('cannot write /dev/full: no space is left.')
})
