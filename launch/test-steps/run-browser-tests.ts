import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../ensure/ensure-built.mjs'
import { type Counts, oneFailed, withExitCode } from './counts'
import { runTool } from './run-tool'

/** The journeys in a real browser, on the production build. */
export const runBrowserTests = async (root: string, files: readonly string[]): Promise<Counts> => {
  await ensureBuilt(root)
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-counts-'))
  const file = join(folder, 'report.json')
  try {
    const { exitCode } = await runTool(
      root,
      '@playwright/test/cli.js',
      ['test', '--reporter=list,json', ...files],
      {
        environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      },
    )
    const text = await readFile(file, 'utf8').catch(() => null)
    return text === null ? oneFailed : withExitCode(countReport(JSON.parse(text)), exitCode)
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Suite = { readonly suites?: readonly Suite[]; readonly specs?: readonly Spec[] }
type Spec = { readonly title: string; readonly file: string; readonly tests: readonly Test[] }
type Test = {
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
  readonly annotations: readonly { type: string; description?: string }[]
}

const countReport = (report: Suite & { readonly errors?: readonly unknown[] }): Counts => {
  const tests = specsOf(report).flatMap((spec) =>
    spec.tests.map((test) => ({ ...test, name: `${spec.file}: ${spec.title}` })),
  )
  const skips = tests.filter(({ status }) => status === 'skipped')
  const failures = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky')
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: failures.length + (report.errors?.length ?? 0),
    failures: failures.map(({ name, status }) => (status === 'flaky' ? `${name} (at first)` : name)),
    skipped: skips.length,
    skips: skips.map(
      ({ name, annotations }) =>
        `${name}: ${annotations.find(({ description }) => description)?.description ?? 'no reason given'}`,
    ),
  }
}

const specsOf = (suite: Suite): Spec[] => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
