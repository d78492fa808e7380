import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counts, oneFailed, withExitCode } from './counts'
import { runTool } from './run-tool'

/** The projects in `vitest.config.ts` with this name (`*` stands for anything): all their files, or those that are named. */
export const runVitest = async (
  root: string,
  project: string,
  files: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Counts> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-counts-'))
  const file = join(folder, 'counts.json')
  try {
    const { exitCode } = await runTool(
      root,
      'vitest/vitest.mjs',
      [
        'run',
        ...files,
        '--project',
        project,
        '--reporter=default',
        `--reporter=${join(import.meta.dirname, 'vitest-counts.ts')}`,
      ],
      { environment: { ...environment, PLUMBLINE_COUNTS: file } },
    )
    const text = await readFile(file, 'utf8').catch(() => null)
    return text === null ? oneFailed : withExitCode(JSON.parse(text), exitCode)
  } finally {
    await rm(folder, { recursive: true })
  }
}
