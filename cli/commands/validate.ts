import { availableParallelism } from 'node:os'
import type { Rule } from '@/domain/plan/rule'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command, type Terminal } from '../command'
import { inOrder } from '../in-order'
import { type JudgedLine, judgeLines } from '../judging/judge-lines'
import { openJudging } from '../judging/open-judging'
import { endedWords } from '../judging/outcome'
import { textOfRule } from '../judging/rule-text'
import type { Limits } from '../judging/thread-pool'
import { type JudgedCall, ruleOfCall, stoppedCall, unusableLine } from '../judging/validate-line'
import { paint } from '../paint'
import { progressOf } from '../progress'
import { type Line, readLines } from '../read-lines'
import { type Options, readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { type Installation, installationOf, uploadOf, uploadOptions } from '../upload'
import { uploadCalls } from '../upload-calls'
import { write } from '../write'

const help = `
plumbline validate --plan rules.json [events.ndjson|-] [--format json] [--upload PLAN --source SOURCE --url URL]
plumbline validate [calls.ndjson|calls.csv|-] --upload-calls PLAN --source SOURCE --url URL

Judges calls by a tracking plan, as Segment Protocols does: the version of the rule by
context.protocols.event_version, unplanned events and properties, the rule's schema, then the common rule. Patterns
mean what they mean to RE2. Any number of calls, in constant memory.

Options:
  --plan FILE     the tracking plan
  --format json   for programs
  --upload PLAN   send what was found to this plan of an installation, by its id there or Segment's tp_…; it counts
                  there once, however often it is sent. Calls themselves are not sent, only what is wrong with which
  --upload-calls PLAN
                  judge nothing here, but send the calls themselves to be judged there: by the plan of the source,
                  masked before anything is kept, each once by its messageId, however often it is sent. A file that
                  ends in .csv has columns for places: type, messageId, timestamp, properties.price
  --source ID     whose calls they are, by Segment's id or slug of the source
  --url URL       where people open Plumbline; PLUMBLINE_URL does as well
  --token TOKEN   an API token of a contributor (Settings, API tokens); better in PLUMBLINE_TOKEN

It reads: calls (track, identify, group, page, screen), one JSON object a line, from a file or, without one or with
"-", from standard input. The plan is Segment's { "rules": [...] }, { "data": { "rules": [...] } }, a bare array of
rules, the former Config API's shape, typewriter's saved form, or our export; which one it was is said on standard
error. A rule whose schema takes more than a second for one call, or too much memory, is put aside, and its calls are
told as not judged.
It writes a line for each call that has occurrences; with --format json:
  {"line":3,"messageId":"m-1","occurrences":[{"type":"required","pointer":"/properties/total","message":"…","rule":{…}}]}

Examples:
  plumbline validate --plan plan.json events.ndjson
  zcat events-*.ndjson.gz | plumbline validate --plan plan.json --format json > broken.ndjson
  plumbline validate --plan plan.json events.ndjson --upload tp_1 --source web --url https://plumbline.example.com
  plumbline validate calls.csv --upload-calls tp_1 --source web --url https://plumbline.example.com
  head -1000 events.ndjson | plumbline validate --plan plan.json && echo fine

Exit codes: 0 every call is fine, 1 some are not, 2 could not run.
`

export const validate: Command = {
  help,
  run: async (args, terminal) => {
    const options = readOptions(args, { plan: { type: 'string' }, ...uploadOptions })
    const planFile = options.text('plan')
    const calls = installationOf(options, 'upload-calls')
    if (calls !== null) return sendCalls(calls, options, terminal)
    if (planFile === undefined) throw new CannotRun('validate needs --plan with the file of a tracking plan.')
    const [file = '-', ...others] = options.files
    if (others.length > 0) throw new CannotRun('validate reads one file of events.')
    if (file === '-' && planFile === '-')
      throw new CannotRun('standard input is either the plan or the events.')
    const upload = uploadOf(options)
    const rules = await readPlan(planFile, terminal)
    const progress = progressOf(file, terminal)
    const limits = limitsFor(rules)
    const setAside = new Set<string>()
    const texts = rules.map(textOfRule)
    const judging = await openJudging('validate-line', {
      setup: () => ({ rules: texts, setAside }),
      limits,
      program: terminal.program,
      onEnded: (text) => {
        const rule = ruleOfCall(rules, text)
        if (rule) setAside.add(ruleKey(rule))
      },
    })
    const judged = inOrder(readLines(file, terminal, progress.read), 2 * limits.threads, (lines) =>
      judgeLines(lines, judging),
    )
    const show = wantsJson(options) ? asJson : asText(terminal)
    const tellNotJudged = notJudgedTeller(terminal)
    let count = 0
    let broken = 0
    try {
      for await (const lines of judged) {
        const told = lines.flatMap(({ line, outcome }) => {
          const call = callOf(outcome, line, rules)
          return call ? [{ line: line.number, ...call }] : []
        })
        const shown = told.filter(({ occurrences }) => occurrences.length > 0)
        await upload?.add(shown, textsOf(lines))
        count += lines.length
        broken += shown.length
        if (told.length > 0) progress.clear()
        tellNotJudged(told)
        await write(terminal.stdout, shown.map(show).join(''))
        progress.did(lines.length)
      }
    } finally {
      progress.clear()
      await judging.close()
    }
    terminal.stderr.write(`${count} calls, ${broken} with occurrences\n`)
    if (upload) terminal.stderr.write(await upload.end())
    return broken === 0 ? 0 : 1
  },
}

/** Has the calls judged elsewhere; a refused line counts as one that is not fine. */
const sendCalls = async (to: Installation, options: Options, terminal: Terminal): Promise<0 | 1> => {
  const [file = '-', ...others] = options.files
  if (others.length > 0) throw new CannotRun('validate reads one file of events.')
  if (options.text('plan') !== undefined || options.text('upload') !== undefined)
    throw new CannotRun('--upload-calls has calls judged by the installation: leave --plan and --upload out.')
  const progress = progressOf(file, terminal)
  const report = await uploadCalls(file, to, terminal, progress.read).finally(progress.clear)
  const { taken, duplicates, late, refused, broken, violations } = report
  const told = wantsJson(options)
    ? `${JSON.stringify(report)}\n`
    : report.refusals.map(({ line, reason }) => `line ${line}  ${reason}\n`).join('')
  await write(terminal.stdout, told)
  terminal.stderr.write(
    `sent: ${taken} counted, ${duplicates} known already, ${late} too old, ${refused} refused; ${broken} break the plan, ${violations} violations counted\n`,
  )
  return broken === 0 && refused === 0 ? 0 : 1
}

/** A thread holds the plan, compiled, beside the calls; a large plan is held once. */
const limitsFor = (rules: readonly Rule[]): Limits => {
  const characters = rules.reduce((sum, { schemaText }) => sum + schemaText.length, 0)
  return {
    threads: characters < 5_000_000 ? Math.min(2, availableParallelism()) : 1,
    memoryMb: 192 + Math.ceil(characters / 1e6) * 30,
    itemMs: 1_000,
  }
}

const callOf = (
  outcome: JudgedLine<'validate-line'>['outcome'],
  { text }: Line,
  rules: readonly Rule[],
): JudgedCall | null => {
  if (outcome.ok) return outcome.answer
  return outcome.ended === 'fault'
    ? unusableLine(outcome.message)
    : stoppedCall(rules, text, endedWords[outcome.ended])
}

/** Each rule once, however many threads find it out. */
const notJudgedTeller = ({ stderr }: Terminal) => {
  const known = new Set<string>()
  return (lines: readonly JudgedCall[]) => {
    for (const { rule, reason } of lines.flatMap(({ notJudged = [] }) => notJudged)) {
      if (known.has(ruleKey(rule))) continue
      known.add(ruleKey(rule))
      stderr.write(`${ruleName(rule)} cannot be judged by its schema: ${reason}\n`)
    }
  }
}

/** The calls of a batch by their line. */
const textsOf = (lines: readonly { readonly line: Line }[]): ReadonlyMap<number, string> =>
  new Map(lines.map(({ line }) => [line.number, line.text]))

type ToldLine = JudgedCall & { readonly line: number }

const asJson = ({ line, messageId, occurrences }: ToldLine): string =>
  `${JSON.stringify({ line, messageId, occurrences })}\n`

const asText =
  (terminal: Terminal) =>
  ({ line, messageId, occurrences }: ToldLine): string => {
    const head = paint(terminal, 'bold', `line ${line}`) + (messageId === undefined ? '' : `  ${messageId}`)
    const width = Math.max(...occurrences.map(({ type }) => type.length))
    const rows = occurrences.map(({ type, pointer, message, rule }) => {
      const of = rule ? paint(terminal, 'gray', `  (${ruleName(rule)})`) : ''
      return `  ${paint(terminal, 'red', type.padEnd(width))}  ${pointer || '(the call)'}  ${message}${of}\n`
    })
    return `${head}\n${rows.join('')}`
  }
