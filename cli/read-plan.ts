import { readPlanFile } from '@/domain/plan/plan-file'
import type { Rule } from '@/domain/plan/rule'
import { CannotRun, type Terminal } from './command'
import { readText } from './read-text'

/** The rules of a plan file in any known shape. Which one it was, and what was left out, goes to standard error. */
export const readPlan = async (file: string, terminal: Terminal): Promise<readonly Rule[]> => {
  const reading = readPlanFile(await readText(file, terminal))
  if (!reading.ok) throw new CannotRun(`${file} is no tracking plan: ${reading.refusal.message}`)
  const { shape, notes } = reading.report
  terminal.stderr.write(`${file}: ${reading.rules.length} rules, read as ${shapes[shape]}\n`)
  for (const note of notes) terminal.stderr.write(`${file}: ${note}\n`)
  return reading.rules
}

const shapes = {
  segment: 'Segment’s { "rules": [...] }',
  'segment-response': 'an answer of Segment’s API, { "data": { "rules": [...] } }',
  'bare-array': 'a bare array of rules',
  'config-api': 'the former Config API’s shape',
  typewriter: 'typewriter’s saved form',
}
