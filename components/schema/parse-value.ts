import { type ExactJson, isExactArray, isExactObject } from '@/domain/plan/exact-json'
import { readJson } from '@/domain/plan/read-json'

/**
 * What somebody typed as an allowed value: text, or for properties that do not take text the number, boolean or null
 * that it spells, to the last digit.
 */
export const parseValue = (typed: string, types: readonly string[]): ExactJson => {
  const text = typed.trim()
  const takesText = types.length === 0 || types.includes('string')
  if (takesText) return text
  const reading = readJson(text, { depth: 1, length: 1000 })
  return reading.ok && !isExactObject(reading.value) && !isExactArray(reading.value) ? reading.value : text
}
