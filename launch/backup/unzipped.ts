import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

/** What a file holds, unzipped. When it cannot be read or was cut, reading fails, whenever that begins. */
export const unzipped = (file: string): Readable => {
  const content = createGunzip()
  pipeline(createReadStream(file), content).catch(() => undefined)
  // The pipeline listens until the file is read; what zlib finds at the end comes after, perhaps before anybody reads.
  content.on('error', () => undefined)
  return content
}
