import { lint as lintPlan } from '@/domain/lint/lint'
import type { Finding } from '@/domain/lint/lint-rule'
import { ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command, type Terminal } from '../command'
import { paint } from '../paint'
import { readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { write } from '../write'

const help = `
plumbline lint rules.json [--format json]

Finds what will hurt later: names written in two ways, values inside names, patterns that Segment cannot read, personal
data that is not marked, properties that may hold anything, limits that nothing fits, defects of the schema itself.

With --format json:
  {"findings":[{"id":"known-defect","severity":"warning","rule":{…},"pointer":"/properties/total","message":"…",
    "fix":{"what":"…"}}]}
A finding with a fix is mended by "plumbline repair".

Example:  plumbline lint plan.json
Exit codes: 0 nothing found, 1 something was, 2 could not run.
`

export const lint: Command = {
  help,
  run: async (args, terminal) => {
    const options = readOptions(args)
    const [file, ...others] = options.files
    if (file === undefined || others.length > 0) throw new CannotRun('lint reads one file.')
    const findings = lintPlan(await readPlan(file, terminal))
    await write(
      terminal.stdout,
      wantsJson(options) ? `${JSON.stringify({ findings })}\n` : asText(findings, terminal),
    )
    return findings.length === 0 ? 0 : 1
  },
}

const colours = { error: 'red', warning: 'yellow', info: 'gray' } as const

const asText = (findings: readonly Finding[], terminal: Terminal): string => {
  const rows = findings.map(({ id, severity, rule, pointer, message }) => {
    const place = [rule ? ruleName(rule) : '', pointer ?? ''].filter((part) => part !== '').join('  ')
    return `${paint(terminal, colours[severity], severity.padEnd(8))} ${id.padEnd(24)} ${place}\n         ${message}\n`
  })
  return rows.length === 0 ? 'Nothing found.\n' : rows.join('')
}
