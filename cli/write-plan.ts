import type { Rule } from '@/domain/plan/rule'
import type { Terminal } from './command'
import { planText } from './plan-text'
import { write } from './write'
import { writeFile } from './write-file'

/** Writes a plan to a file, or to standard output when no file or `-` is named. */
export const writePlan = (
  rules: readonly Rule[],
  file: string | undefined,
  { stdout }: Terminal,
): Promise<void> =>
  file === undefined || file === '-' ? write(stdout, planText(rules)) : writeFile(file, planText(rules))
