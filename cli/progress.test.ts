import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { progressOf } from './progress'

const watching = (watched: boolean, file: string) => {
  let at = 0
  const stderr = new PassThrough({ encoding: 'utf8' })
  const terminal = { stdin: stderr, stdout: stderr, stderr, colour: false, watched, program: '' }
  return {
    progress: progressOf(file, terminal, () => at),
    wait: (ms: number) => {
      at += ms
    },
    shown: () => String(stderr.read() ?? ''),
  }
}

const fileOf = (size: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file'), Buffer.alloc(size))
  return join(folder, 'file')
}

test('tells how many, how fast and how much of a file, and goes away', () => {
  const { progress, wait, shown } = watching(true, fileOf(4000))
  wait(2000)
  progress.read(1000)
  progress.did(3000)
  expect(shown()).toBe('\r\x1b[K3,000 lines  1,500/s  25 %')
  progress.clear()
  progress.clear()
  expect(shown()).toBe('\r\x1b[K')
})

test('tells no share of what has no known size', () => {
  const { progress, wait, shown } = watching(true, '/nowhere')
  wait(1000)
  progress.did(10)
  expect(shown()).toBe('\r\x1b[K10 lines  10/s')
})

test('says nothing at first, and then not often', () => {
  const { progress, wait, shown } = watching(true, fileOf(1))
  progress.did(1)
  wait(400)
  progress.did(1)
  expect(shown()).toBe('')
  wait(100)
  progress.did(1)
  expect(shown()).not.toBe('')
  wait(50)
  progress.did(1)
  expect(shown()).toBe('')
})

test('says nothing where nobody watches', () => {
  const { progress, wait, shown } = watching(false, fileOf(1))
  wait(5000)
  progress.did(1)
  progress.clear()
  expect(shown()).toBe('')
})
