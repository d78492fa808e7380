import { type Counts, oneFailed, onePassed } from './counts'
import { runTool } from './run-tool'

/** Lint and formatting; a warning fails too, or warnings would pile up. */
export const checkLint = async (root: string): Promise<Counts> => {
  const { exitCode } = await runTool(root, '@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])
  return exitCode === 0 ? onePassed : oneFailed
}
