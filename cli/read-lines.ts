import { isUtf8 } from 'node:buffer'
import { CannotRun, type Terminal } from './command'
import { cannotRead, isUtf16, openText, utf16, withoutMark } from './read-text'

/**
 * A line counted from 1, without its end. `fault` says in a sentence why it cannot be used; `text` is then the
 * beginning of it, or what could be made of it.
 */
export type Line = { readonly number: number; readonly text: string; readonly fault?: string }

/** No call and no pair of schemas comes near this; it keeps a file without line ends from filling the memory. */
const longest = 8_000_000
/** So much of a line that is too long is kept, to tell it by. */
const beginning = 2_000
const lineEnd = 0x0a

/**
 * The lines of a file that are not blank, in batches. Holds one piece of the file at a time, and reads the next one
 * when it is asked for. `onRead` is told how many bytes have come.
 */
export async function* readLines(
  file: string,
  terminal: Terminal,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<readonly Line[]> {
  const splitter = new Splitter()
  let isFirst = true
  try {
    for await (const chunk of openText(file, terminal)) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer)
      onRead(bytes.length)
      if (isFirst && isUtf16(bytes)) throw utf16(file)
      isFirst = false
      const lines = splitter.split(bytes)
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    throw error instanceof CannotRun ? error : cannotRead(file, error)
  }
  const lines = splitter.end()
  if (lines.length > 0) yield lines
}

/** Cuts bytes at line ends, whatever pieces they come in. */
class Splitter {
  private number = 0
  private pieces: Buffer[] = []
  /** Bytes of the line that has not ended. */
  private length = 0

  split(bytes: Buffer): readonly Line[] {
    const first = bytes.indexOf(lineEnd)
    if (first === -1) {
      this.add(bytes)
      return []
    }
    this.add(bytes.subarray(0, first))
    const last = bytes.lastIndexOf(lineEnd)
    const lines = [...this.end(), ...this.block(bytes.subarray(first + 1, last + 1))]
    this.add(bytes.subarray(last + 1))
    return lines
  }

  /** Whole lines, at once where all of them are text. */
  private block(bytes: Buffer): readonly Line[] {
    if (!isUtf8(bytes)) return this.oneByOne(bytes)
    const texts = bytes.toString('utf8').split('\n')
    // Behind the last line end stands nothing.
    texts.pop()
    const before = this.number
    this.number += texts.length
    const lines: Line[] = []
    for (const [i, text] of texts.entries())
      if (text.trim() !== '') lines.push({ number: before + i + 1, text })
    return lines
  }

  private oneByOne(bytes: Buffer): readonly Line[] {
    const lines: Line[] = []
    let from = 0
    for (let to = bytes.indexOf(lineEnd); to !== -1; to = bytes.indexOf(lineEnd, from)) {
      this.add(bytes.subarray(from, to))
      lines.push(...this.end())
      from = to + 1
    }
    return lines
  }

  /** What stands behind the last line end is a line, too. */
  end(): readonly Line[] {
    this.number += 1
    const line = this.length > longest ? this.tooLong() : this.whole()
    this.pieces = []
    this.length = 0
    return line.fault === undefined && line.text.trim() === '' ? [] : [line]
  }

  private add(bytes: Buffer): void {
    this.length += bytes.length
    if (this.length <= longest) this.pieces.push(bytes)
    else this.pieces = [Buffer.from(Buffer.concat([...this.pieces, bytes]).subarray(0, beginning))]
  }

  private whole(): Line {
    const [only = Buffer.alloc(0)] = this.pieces
    const joined = this.pieces.length > 1 ? Buffer.concat(this.pieces) : only
    const bytes = this.number === 1 ? withoutMark(joined) : joined
    const line = { number: this.number, text: bytes.toString('utf8') }
    return isUtf8(bytes) ? line : { ...line, fault: 'The line is not UTF-8 text' }
  }

  private tooLong(): Line {
    const text = Buffer.concat(this.pieces).toString('utf8')
    return { number: this.number, text, fault: `The line is longer than ${longest / 1e6} MB` }
  }
}
