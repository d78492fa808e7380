/** An action of the audit chain in words: `change-request-edits-saved` becomes "Change request edits saved". */
export const actionWords = (action: string): string => {
  const words = action.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The details of an entry in one line: "role admin, edits 3". Hashes are cut to what tells them apart. */
export const detailWords = (details: Readonly<Record<string, unknown>>): string =>
  Object.entries(details)
    .map(([name, value]) => [name.replaceAll(/([A-Z])/g, ' $1').toLowerCase(), valueWords(value)] as const)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name} ${words}`)
    .join(', ')

const valueWords = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 8)}…` : value
  if (Array.isArray(value)) return value.map(valueWords).join(' and ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, each]) => `${name} ${valueWords(each)}`)
      .join(' ')
  return String(value)
}
