import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Writes, and waits where the reader is slower, so that nothing piles up. */
export const write = async (stream: Writable, text: string): Promise<void> => {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain')
}
