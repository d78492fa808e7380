/**
 * The source text of one member of a JSON object, or null when `text` is no object or lacks it. `text` is valid
 * JSON. Of a key that stands twice the last counts, as for `JSON.parse`.
 */
export const memberText = (text: string, key: string): string | null => {
  let found: string | null = null
  let at = open(text, '{')
  while (at !== -1 && text[at] !== '}') {
    const keyEnd = endOfString(text, at)
    const from = skipSpace(text, skipSpace(text, keyEnd) + 1)
    const to = endOfValue(text, from)
    if (JSON.parse(text.slice(at, keyEnd)) === key) found = text.slice(from, to)
    at = nextPart(text, to)
  }
  return found
}

/** The source texts of the items of a JSON array; none when `text` is no array. `text` is valid JSON. */
export const itemTexts = (text: string): string[] => {
  const items: string[] = []
  let at = open(text, '[')
  while (at !== -1 && text[at] !== ']') {
    const to = endOfValue(text, at)
    items.push(text.slice(at, to))
    at = nextPart(text, to)
  }
  return items
}

const open = (text: string, bracket: string): number => {
  const at = skipSpace(text, 0)
  return text[at] === bracket ? skipSpace(text, at + 1) : -1
}

const nextPart = (text: string, end: number): number => {
  const at = skipSpace(text, end)
  return text[at] === ',' ? skipSpace(text, at + 1) : at
}

const skipSpace = (text: string, from: number): number => {
  let at = from
  while (' \n\r\t'.includes(text[at] ?? 'end')) at += 1
  return at
}

const endOfString = (text: string, from: number): number => {
  let at = from + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

const endOfValue = (text: string, from: number): number => {
  if (text[from] === '"') return endOfString(text, from)
  if (text[from] === '{' || text[from] === '[') return endOfNested(text, from)
  let at = from
  while (at < text.length && !',]} \n\r\t'.includes(text[at] ?? '')) at += 1
  return at
}

const endOfNested = (text: string, from: number): number => {
  let depth = 0
  let at = from
  do {
    const character = text[at]
    if (character === '"') {
      at = endOfString(text, at)
      continue
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    at += 1
  } while (depth > 0)
  return at
}
