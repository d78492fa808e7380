import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, oneFailed, onePassed } from './counts'
import { runTool } from './run-tool'

/**
 * The compiler over everything, with the types that Next makes from the routes. It is the native one, which takes a
 * quarter of the time; the other stays for dependency-cruiser, which reads TypeScript through its programming interface.
 */
export const checkTypes = async (root: string): Promise<Counts> => {
  if (existsSync(join(root, 'app'))) {
    const routes = await runTool(root, 'next/dist/bin/next', ['typegen'], {
      environment: { NEXT_TELEMETRY_DISABLED: '1' },
    })
    if (routes.exitCode !== 0) return oneFailed
  }
  const { exitCode } = await runTool(root, 'typescript-native/bin/tsc', ['--noEmit', '--project', '.'])
  return exitCode === 0 ? onePassed : oneFailed
}
