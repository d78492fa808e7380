import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs a Node program of a package to its end.
 *
 * @param script path under `node_modules`
 * @returns its exit code, and what it printed when `capture` is set (otherwise people see it)
 */
export const runTool = (
  root: string,
  script: string,
  parameters: readonly string[],
  {
    capture = false,
    environment = {},
  }: { capture?: boolean; environment?: Readonly<Record<string, string>> } = {},
): Promise<{ exitCode: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...parameters], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    })
    const output: Buffer[] = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(output).toString() }))
  })
