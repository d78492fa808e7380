import { fixPlan } from '@/domain/lint/fix-plan'
import { grouped } from '@/domain/lint/grouped'
import { lint as lintPlan, type Severities } from '@/domain/lint/lint'
import type { Finding, Fix } from '@/domain/lint/lint-rule'
import type { Rule } from '@/domain/plan/rule'
import { ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command, type ExitCode, type Terminal } from '../command'
import { paint } from '../paint'
import { readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { write } from '../write'
import { writePlan } from '../write-plan'
import { askedSeverities, severitiesInFile } from './lint-severities'

const help = `
plumbline lint rules.json [--severity id=level]... [--config lint.json] [--format json]
plumbline lint rules.json --fix [-o out.json]

Finds what will hurt later: names written in two ways, values inside names, patterns that Segment cannot read, personal
data that is not marked, properties that may hold anything, limits that nothing fits, defects of the schema itself.

Options:
  --severity ID=LEVEL  how bad the findings of a rule are: error, warning, info, or off; as often as wanted
  --config FILE        the same in a file, { "severities": { "missing-example": "off" } }; --severity has the last word
  --fix                carry out what can have been meant in one way only, and write the plan. Rules without such a fix
                       stay as they are, to the letter. What was done goes to standard error.
  -o, --out FILE       with --fix: write there, whole or not at all; standard output without it
  --format json        for programs

It reads: a plan in any shape ("plumbline help validate" lists them), "-" for standard input.
It writes, with --format json:
  {"findings":[{"id":"known-defect","severity":"warning","rule":{…},"pointer":"/properties/total","message":"…",
    "fix":{"what":"…","at":["/properties/…/type"]}}]}

Examples:
  plumbline lint plan.json --severity missing-description=off
  plumbline lint plan.json --fix -o fixed.json
  plumbline lint plan.json --format json | jq '.findings[] | select(.severity == "error")'

Exit codes: 0 nothing found, 1 something was (with --fix: is left), 2 could not run.
`

export const lint: Command = {
  help,
  run: async (args, terminal) => {
    const { severities, others } = askedSeverities(args)
    const options = readOptions(others, {
      out: { type: 'string', short: 'o' },
      fix: { type: 'boolean' },
      config: { type: 'string' },
    })
    const [file, ...more] = options.files
    if (file === undefined || more.length > 0) throw new CannotRun('lint reads one file.')
    const out = options.text('out')
    if (out !== undefined && !options.isSet('fix'))
      throw new CannotRun('-o is for the plan that --fix writes.')
    const levels = { ...(await severitiesInFile(options.text('config'), terminal)), ...severities }
    const rules = await readPlan(file, terminal)
    if (options.isSet('fix')) return fix(rules, levels, out, terminal)
    const findings = lintPlan(rules, levels)
    await write(
      terminal.stdout,
      wantsJson(options) ? `${JSON.stringify({ findings })}\n` : asText(findings, terminal),
    )
    return findings.length === 0 ? 0 : 1
  },
}

const fix = async (
  rules: readonly Rule[],
  severities: Severities,
  out: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { rules: after, fixed, left } = fixPlan(rules, severities)
  await writePlan(after, out, terminal)
  for (const { rule, fix } of fixed)
    if (fix) terminal.stderr.write(`${ruleName(rule)} ${placesOf(fix)}: ${fix.what}\n`)
  if (left.length > 0) terminal.stderr.write(`Left to people: ${left.length}. "plumbline lint" lists them.\n`)
  return left.length === 0 ? 0 : 1
}

const placesOf = ({ at: [first = '', ...others] }: Fix): string =>
  others.length === 0 ? first : `${first} and ${others.length} more`

const colours = { error: 'red', warning: 'yellow', info: 'gray' } as const

/** What is said of many places is said once. */
const asText = (findings: readonly Finding[], terminal: Terminal): string => {
  const same = grouped(findings, ({ id, message }) => `${id} ${message}`)
  const blocks = [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { id, severity, message } = first
    const shown = [first, ...others.slice(0, mostPlaces - 1)].map(placeOf)
    const more = others.length + 1 - shown.length
    const lines = [message, ...shown, ...(more > 0 ? [`and in ${more} more places`] : [])]
    return [
      `${paint(terminal, colours[severity], severity.padEnd(8))} ${id}\n${lines.map((line) => `         ${line}\n`).join('')}`,
    ]
  })
  return blocks.length === 0 ? 'Nothing found.\n' : blocks.join('')
}

const mostPlaces = 5

const placeOf = ({ rule, pointer = '' }: Finding): string =>
  [ruleName(rule), pointer].filter((part) => part !== '').join('  ')
