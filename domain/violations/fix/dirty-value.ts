import type { Json } from '../../plan/json'

/** What code sends when it has nothing to send, as texts; nobody plans these. */
const placeholders = new Set([
  ...['', '-', '--', '?', 'null', 'nil', 'none', 'undefined', 'nan', 'n/a', 'na', 'unknown', 'tbd', 'todo'],
  ...['test', '[object object]', 'infinity', '#n/a', '(not set)', 'invalid date'],
])

/** Whether a value is one that nobody means to send: a placeholder, or a template that was not filled in. */
export const isDirty = (value: Json): boolean => {
  if (typeof value !== 'string') return false
  const text = value.trim().toLowerCase()
  return placeholders.has(text) || /^(\$\{.*\}|\{\{.*\}\}|%[sd@]|<[^<>]*>)$/.test(text)
}

/** The same word in another spelling: case, spaces, hyphens and underscores aside. */
export const spelling = (text: string): string => text.toLowerCase().replace(/[\s_\-.]+/g, '')
