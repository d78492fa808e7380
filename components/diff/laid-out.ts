import { printJson } from '@/domain/plan/print-json'
import { readJson } from '@/domain/plan/read-json'

const bounds = { depth: 500, length: 5_000_000 }

/** JSON text with one member a line, its numbers as they were written. Text that is no JSON stays as it is. */
export const laidOut = (text: string): string => {
  const reading = readJson(text, bounds)
  return reading.ok ? printJson(reading.value, 2) : text
}
