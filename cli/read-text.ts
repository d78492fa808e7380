import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { CannotRun, type Terminal } from './command'
import { whyNot } from './why-not'

/** The whole text of a file, or of standard input for `-`. Throws `CannotRun` when it cannot be read. */
export const readText = async (file: string, terminal: Terminal): Promise<string> => {
  const bytes = await bytesOf(file, terminal)
  if (isUtf16(bytes)) throw utf16(file)
  if (!isUtf8(bytes)) throw new CannotRun(`cannot read ${shown(file)}: it is not UTF-8 text.`)
  return withoutMark(bytes).toString('utf8')
}

const bytesOf = async (file: string, { stdin }: Terminal): Promise<Buffer> => {
  try {
    if (file !== '-') return await readFile(file)
    const chunks: Buffer[] = []
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks)
  } catch (error) {
    throw cannotRead(file, error)
  }
}

/** A file, or standard input for `-`, to be read piece by piece. */
export const openText = (file: string, { stdin }: Terminal): Readable =>
  file === '-' ? stdin : createReadStream(file, { highWaterMark: 1 << 18 })

export const cannotRead = (file: string, error: unknown): CannotRun =>
  new CannotRun(`cannot read ${shown(file)}: ${whyNot(error)}.`)

const shown = (file: string): string => (file === '-' ? 'standard input' : file)

/** The bytes that some editors write in front of a text say nothing. */
export const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

export const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

export const utf16 = (file: string): CannotRun =>
  new CannotRun(`cannot read ${shown(file)}: it is UTF-16 text; save it as UTF-8.`)
