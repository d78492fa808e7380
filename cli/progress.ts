import { fstatSync, statSync } from 'node:fs'
import type { Terminal } from './command'

/** How far a long piece of work has come, on the last line of a terminal. */
export type Progress = {
  /** Bytes that were read. */
  readonly read: (bytes: number) => void
  /** Lines that were done. */
  readonly did: (lines: number) => void
  /** Takes the line away; the next `did` may bring it back. */
  readonly clear: () => void
}

const everyMs = 100
/** Work that ends sooner shows nothing. */
const patienceMs = 500

const silent: Progress = { read: () => {}, did: () => {}, clear: () => {} }

/** Shown on standard error and only where a person watches it. */
export const progressOf = (file: string, terminal: Terminal, now = () => performance.now()): Progress => {
  if (!terminal.watched) return silent
  const size = sizeOf(file)
  const start = now()
  let [bytes, lines, shownAt, isShown] = [0, 0, start + patienceMs - everyMs, false]
  return {
    read: (more) => {
      bytes += more
    },
    did: (more) => {
      lines += more
      if (now() - shownAt < everyMs) return
      shownAt = now()
      isShown = true
      const rate = Math.round((lines * 1000) / Math.max(1, shownAt - start))
      const part = size ? `  ${Math.min(100, Math.floor((bytes * 100) / size))} %` : ''
      terminal.stderr.write(`\r\x1b[K${counted(lines)} lines  ${counted(rate)}/s${part}`)
    },
    clear: () => {
      if (isShown) terminal.stderr.write('\r\x1b[K')
      isShown = false
    },
  }
}

const counted = (count: number): string => count.toLocaleString('en-US')

/** Undefined for what has no size of its own, a pipe for example. */
const sizeOf = (file: string): number | undefined => {
  try {
    const stats = file === '-' ? fstatSync(0) : statSync(file)
    return stats.isFile() ? stats.size : undefined
  } catch {
    return undefined
  }
}
