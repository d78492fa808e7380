import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { CannotRun, type Terminal } from './command'

/** The whole text of a file, or of standard input for `-`. Throws `CannotRun` when it cannot be read. */
export const readText = async (file: string, { stdin }: Terminal): Promise<string> => {
  try {
    if (file !== '-') return await readFile(file, 'utf8')
    const chunks: Buffer[] = []
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks).toString('utf8')
  } catch (error) {
    throw cannotRead(file, error)
  }
}

/** A file, or standard input for `-`, to be read piece by piece. */
export const openText = (file: string, { stdin }: Terminal): Readable =>
  file === '-' ? stdin : createReadStream(file, { highWaterMark: 1 << 18 })

export const cannotRead = (file: string, error: unknown): CannotRun => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const why =
    code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(error)
  return new CannotRun(`cannot read ${file}: ${why}.`)
}
