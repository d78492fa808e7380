import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Counts, oneFailed, onePassed } from './counts'
import { runTool } from './run-tool'

type Report = {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: { readonly violations: readonly Violation[] }
}
type Violation = {
  readonly from: string
  readonly to: string
  readonly cycle?: readonly { readonly name: string }[]
  readonly rule: { readonly name: string; readonly severity: string }
}

/**
 * The table of who may import whom. A cruiser that cannot read TypeScript finds nothing wrong, so it must also
 * have seen every TypeScript file there is.
 */
export const checkBoundaries = async (root: string): Promise<Counts> => {
  const starts = await sources(root)
  const { output } = await runTool(
    root,
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...starts],
    { capture: true },
  )
  const { modules, summary }: Report = JSON.parse(output)
  const seen = new Set(modules.map(({ source }) => source))
  const missed = (await typeScriptFiles(root, starts)).filter((file) => !seen.has(file))
  const wrong = summary.violations.filter(({ rule }) => rule.severity === 'error')
  for (const violation of wrong) console.error(inWords(violation))
  for (const file of missed) console.error(`not seen by the boundary check: ${file}`)
  console.log(`${seen.size} modules`)
  return wrong.length + missed.length === 0 ? onePassed : oneFailed
}

const inWords = ({ from, to, rule, cycle = [] }: Violation) =>
  [`${rule.name}: ${from}`, ...(cycle.length > 0 ? cycle.map(({ name }) => name) : [to])].join(' → ')

const generated = /(^|\/)(node_modules|generated)(\/|$)/

const isTypeScript = (file: string) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')

// Every folder that is not hidden and every TypeScript file at the root.
const sources = async (root: string) => {
  const entries = await readdir(root, { withFileTypes: true })
  const ours = entries.filter(
    ({ name }) =>
      !name.startsWith('.') &&
      !['node_modules', 'docs', 'public', 'coverage', 'test-results', 'playwright-report'].includes(name),
  )
  const candidates = ours
    .filter((entry) => entry.isDirectory() || isTypeScript(entry.name))
    .map(({ name }) => name)
  const withSources = await Promise.all(
    candidates.map(async (name) => ((await typeScriptFiles(root, [name])).length > 0 ? [name] : [])),
  )
  return withSources.flat()
}

const typeScriptFiles = async (root: string, starts: readonly string[]) => {
  const found = await Promise.all(
    starts.map(async (start) => {
      if (isTypeScript(start)) return [start]
      if (start.includes('.')) return []
      const entries = await readdir(join(root, start), { recursive: true })
      return entries.map((entry) => `${start}/${entry.replaceAll('\\', '/')}`).filter(isTypeScript)
    }),
  )
  return found.flat().filter((file) => !generated.test(file))
}
