import { StringDecoder } from 'node:string_decoder'
import { CannotRun, type Terminal } from './command'
import { cannotRead, openText } from './read-text'

export type Line = { readonly number: number; readonly text: string }

/** No call comes near this; it keeps a file without line ends from filling the memory. */
const longest = 64_000_000

/** The lines of a file that are not blank, in batches, counted from 1. Holds one piece of the file at a time. */
export async function* readLines(file: string, terminal: Terminal): AsyncGenerator<readonly Line[]> {
  const decoder = new StringDecoder('utf8')
  let number = 0
  let rest = ''
  try {
    for await (const chunk of openText(file, terminal)) {
      const pieces = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n')
      rest = pieces.pop() ?? ''
      if (rest.length > longest) throw new CannotRun(`line ${number + 1} of ${file} is too long to be read.`)
      const lines = pieces.map((text, i) => ({ number: number + i + 1, text }))
      number += pieces.length
      yield lines.filter(({ text }) => text.trim() !== '')
    }
  } catch (error) {
    throw error instanceof CannotRun ? error : cannotRead(file, error)
  }
  rest += decoder.end()
  if (rest.trim() !== '') yield [{ number: number + 1, text: rest }]
}
