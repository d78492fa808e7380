import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'

const tokenPattern = /\s*("(?:[^"\\]|\\.)*"|!=|=|\(|\)|[^\s()="!]+)/y

const tokensOf = (text: string): string[] | null => {
  const tokens: string[] = []
  tokenPattern.lastIndex = 0
  const trimmed = text.trimEnd()
  while (tokenPattern.lastIndex < trimmed.length) {
    const match = tokenPattern.exec(trimmed)
    if (!match?.[1]) return null
    tokens.push(match[1])
  }
  return tokens
}

const valueAt = (message: JsonObject, path: string): Json =>
  path.split('.').reduce<Json>((value, step) => (isObject(value) ? (value[step] ?? null) : null), message)

const literal = (token: string | undefined): Json | undefined => {
  if (token === undefined) return undefined
  try {
    return JSON.parse(token)
  } catch {
    return undefined
  }
}

/**
 * Whether an FQL trigger lets a message through; null when the trigger cannot be read. Understood: `path = literal`,
 * `path != literal`, `and`, `or`, parentheses.
 */
export const fires = (trigger: string, message: JsonObject): boolean | null => {
  const tokens = tokensOf(trigger)
  if (!tokens || tokens.length === 0) return null

  const term = (): boolean | null => {
    const first = tokens.shift()
    if (first === '(') {
      const inner = either()
      return tokens.shift() === ')' ? inner : null
    }
    const operator = tokens.shift()
    const value = literal(tokens.shift())
    if (first === undefined || value === undefined || (operator !== '=' && operator !== '!=')) return null
    return (JSON.stringify(valueAt(message, first)) === JSON.stringify(value)) === (operator === '=')
  }

  const joined = (word: 'and' | 'or', next: () => boolean | null): boolean | null => {
    let result = next()
    while (tokens[0] === word) {
      tokens.shift()
      const right = next()
      if (result === null || right === null) return null
      result = word === 'and' ? result && right : result || right
    }
    return result
  }
  const both = () => joined('and', term)
  const either = (): boolean | null => joined('or', both)

  const result = either()
  return tokens.length === 0 ? result : null
}
