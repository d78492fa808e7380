import type { Json } from '@/domain/plan/json'

/**
 * What somebody typed as an allowed value: text, or for properties that do not take text the number, boolean or null
 * that it spells.
 */
export const parseValue = (typed: string, types: readonly string[]): Json => {
  const text = typed.trim()
  const takesText = types.length === 0 || types.includes('string')
  if (takesText) return text
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : text
  } catch {
    return text
  }
}
