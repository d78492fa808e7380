export type RecordFormat = 'ndjson' | 'csv'

/** A piece of a file that can be read by itself. `line`: where it begins in the file, counted from 1. */
export type FilePart = { readonly text: string; readonly line: number }

/**
 * Cuts a file into pieces at the ends of records. A record of a CSV file may span lines (RFC 4180: a line break within
 * quotes belongs to the value), and each piece begins with the header.
 */
export const recordSplitter = (format: RecordFormat, partCharacters: number) => {
  let kept = ''
  let header: string | null = null
  let line = 1
  let scanned = 0
  let isQuoted = false
  let end = 0

  /** Moves `end` behind the last whole record that is in. */
  const scan = () => {
    for (; scanned < kept.length; scanned += 1) {
      const character = kept[scanned]
      if (character === '"' && format === 'csv') isQuoted = !isQuoted
      if (character !== '\n' || isQuoted) continue
      end = scanned + 1
      if (format === 'csv' && header === null) takeHeader()
    }
  }
  const takeHeader = () => {
    header = kept.slice(0, end)
    drop(end)
    scanned = -1
  }
  const drop = (characters: number) => {
    line += countLines(kept.slice(0, characters))
    kept = kept.slice(characters)
    scanned -= characters
    end = 0
  }
  const part = (characters: number): FilePart => {
    const text = (header ?? '') + kept.slice(0, characters)
    const given = { text, line }
    drop(characters)
    return given
  }

  return {
    /** Takes the next text of the file, and gives the pieces that are whole. */
    add: (text: string): readonly FilePart[] => {
      kept += text
      scan()
      return kept.length >= partCharacters && end > 0 ? [part(end)] : []
    },
    /** What is left at the end of the file. */
    rest: (): readonly FilePart[] => (kept.trim() === '' ? [] : [part(kept.length)]),
  }
}

const countLines = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
