import { isJsonObject, type Json } from '@/domain/plan/json'
import { ruleName } from '@/domain/plan/rule-id'
import { type CompiledPlan, compilePlan } from '@/domain/validation/compile-plan'
import type { CallOccurrence } from '@/domain/validation/occurrences-of-errors'
import { CannotRun, type Command, type Terminal } from '../command'
import { paint } from '../paint'
import { type Line, readLines } from '../read-lines'
import { readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { write } from '../write'

const help = `
plumbline validate --plan rules.json [events.ndjson|-] [--format json]

Judges calls (track, identify, group, page, screen; one JSON object a line) by a tracking plan, as Segment Protocols
does: the version of the rule by context.protocols.event_version, unplanned events and properties, the rule's schema,
then the common rule. Patterns mean what they mean to RE2. Reads any length in constant memory; without a file, or
with "-", from standard input.

The plan is Segment's { "rules": [...] }, { "data": { "rules": [...] } }, a bare array of rules, the former Config API's
shape, typewriter's saved form, or our export; which one it was is said on standard error.

With --format json a line for each call that has occurrences:
  {"line":3,"messageId":"m-1","occurrences":[{"type":"required","pointer":"/properties/total","message":"…","rule":{…}}]}

Example:  cat events.ndjson | plumbline validate --plan plan.json
Exit codes: 0 every call is fine, 1 some are not, 2 could not run.
`

export const validate: Command = {
  help,
  run: async (args, terminal) => {
    const options = readOptions(args, { plan: { type: 'string' } })
    const planFile = options.text('plan')
    if (planFile === undefined) throw new CannotRun('validate needs --plan with the file of a tracking plan.')
    const [file = '-', ...others] = options.files
    if (others.length > 0) throw new CannotRun('validate reads one file of events.')
    if (file === '-' && planFile === '-')
      throw new CannotRun('standard input is either the plan or the events.')
    const plan = compilePlan(await readPlan(planFile, terminal), {
      onNotJudged: (rule, reason) =>
        terminal.stderr.write(`${ruleName(rule)} cannot be judged by its schema: ${reason}\n`),
    })
    const show = wantsJson(options) ? asJson : asText(terminal)
    let calls = 0
    let broken = 0
    for await (const lines of readLines(file, terminal)) {
      const shown = lines
        .map((line) => judged(line, plan))
        .filter(({ occurrences }) => occurrences.length > 0)
      calls += lines.length
      broken += shown.length
      await write(terminal.stdout, shown.map(show).join(''))
    }
    terminal.stderr.write(`${calls} calls, ${broken} with occurrences\n`)
    return broken === 0 ? 0 : 1
  },
}

type JudgedLine = {
  readonly line: number
  readonly messageId?: string
  readonly occurrences: readonly CallOccurrence[]
}

const judged = ({ number, text }: Line, plan: CompiledPlan): JudgedLine => {
  const message = parsed(text)
  if (message === undefined) return { line: number, occurrences: [notJson] }
  const id = isJsonObject(message) ? message.messageId : undefined
  return {
    line: number,
    ...(typeof id === 'string' ? { messageId: id } : {}),
    occurrences: isJsonObject(message) ? plan.validate(message) : [notJson],
  }
}

const notJson: CallOccurrence = { type: 'other', pointer: '', message: 'The line is no JSON object' }

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

const asJson = (line: JudgedLine): string => `${JSON.stringify(line)}\n`

const asText =
  (terminal: Terminal) =>
  ({ line, messageId, occurrences }: JudgedLine): string => {
    const head = paint(terminal, 'bold', `line ${line}`) + (messageId === undefined ? '' : `  ${messageId}`)
    const rows = occurrences.map(({ type, pointer, message, rule }) => {
      const of = rule ? paint(terminal, 'gray', `  (${ruleName(rule)})`) : ''
      return `  ${paint(terminal, 'red', type.padEnd(18))} ${pointer || '(the call)'}  ${message}${of}\n`
    })
    return `${head}\n${rows.join('')}`
  }
