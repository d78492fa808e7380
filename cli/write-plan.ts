import { writeFile } from 'node:fs/promises'
import type { Rule } from '@/domain/plan/rule'
import { CannotRun, type Terminal } from './command'
import { planText } from './plan-text'
import { write } from './write'

/** Writes a plan to a file, or to standard output when no file or `-` is named. */
export const writePlan = async (
  rules: readonly Rule[],
  file: string | undefined,
  { stdout }: Terminal,
): Promise<void> => {
  if (file === undefined || file === '-') return write(stdout, planText(rules))
  try {
    await writeFile(file, planText(rules))
  } catch (error) {
    throw new CannotRun(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
