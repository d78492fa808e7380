import type { Change } from '@/domain/diff/change'
import { describeChange } from '@/domain/diff/describe-change'
import { diffRules } from '@/domain/diff/diff-rules'
import { describeGuess, guessRenames } from '@/domain/diff/guess-renames'
import { judgeChanges } from '@/domain/impact/judge-changes'
import type { JudgedChange } from '@/domain/impact/judged-change'
import type { Level } from '@/domain/impact/verdict'
import type { ExactJson } from '@/domain/plan/exact-json'
import { printJson } from '@/domain/plan/print-json'
import { ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command, type Terminal } from '../command'
import { paint } from '../paint'
import { readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { write } from '../write'

const help = `
plumbline diff old.json new.json [--format json]

What changed between two states of a tracking plan, and who is hurt by it: senders, whose events may be refused now,
and readers, who may get what they could not get before. A break for senders comes with a message that was accepted
and is refused now, wherever one was found. Order of rules and keys and other ways of writing the same do not count.

With --format json:
  {"changes":[{"kind":"type-changed","rule":{…},"pointer":"/properties/total","before":["number"],"after":["string"],
    "senders":"breaking","readers":"breaking","witness":{…}}]}
Opinions are safe, breaking, unknown or documentation. A property that went and one that came which say the same are
perhaps one: "renames":[{"rule":{…},"from":"/properties/a","to":"/properties/b"}], where there are any. It is a guess.

Example:  plumbline diff main.json branch.json
Exit codes: 0 nothing changed, 1 something did, 2 could not run.
`

export const diff: Command = {
  help,
  run: async (args, terminal) => {
    const options = readOptions(args)
    const [oldFile, newFile, ...others] = options.files
    if (oldFile === undefined || newFile === undefined || others.length > 0)
      throw new CannotRun('diff needs two files: the old plan and the new one.')
    const [before, after] = [await readPlan(oldFile, terminal), await readPlan(newFile, terminal)]
    const judged = judgeChanges(before, after, diffRules(before, after))
    await write(terminal.stdout, wantsJson(options) ? asJson(judged) : asText(judged, terminal))
    return judged.length === 0 ? 0 : 1
  },
}

const asJson = (judged: readonly JudgedChange[]): string => {
  const changes = judged.map(
    ({ change, verdict, witness }): ExactJson => ({
      kind: change.kind,
      rule: change.rule,
      ...('pointer' in change ? { pointer: change.pointer } : {}),
      ...('before' in change ? { before: change.before ?? null } : {}),
      ...('after' in change ? { after: change.after ?? null } : {}),
      senders: verdict.senders.level,
      readers: verdict.readers.level,
      ...(witness === undefined ? {} : { witness }),
    }),
  )
  const renames = guessRenames(judged.map(({ change }) => change)).map(
    ({ removed, added }): ExactJson => ({ rule: removed.rule, from: removed.pointer, to: added.pointer }),
  )
  return `${printJson({ changes, ...(renames.length > 0 && { renames }) })}\n`
}

const asText = (judged: readonly JudgedChange[], terminal: Terminal): string => {
  const guesses = new Map<Change, string>(
    guessRenames(judged.map(({ change }) => change)).map((guess) => [guess.removed, describeGuess(guess)]),
  )
  const rows = judged.map(({ change, verdict, witness }, i) => {
    const name = ruleName(change.rule)
    const previous = judged[i - 1]
    const head =
      previous && ruleName(previous.change.rule) === name ? '' : `${paint(terminal, 'bold', name)}\n`
    const sample = witness === undefined ? '' : `      refused now: ${JSON.stringify(witness)}\n`
    const guess = guesses.has(change) ? `      perhaps: ${guesses.get(change)}\n` : ''
    const { senders, readers } = verdict
    return `${head}  ${level(terminal, senders.level)} ${level(terminal, readers.level)} ${describeChange(change)}\n${sample}${guess}`
  })
  return rows.length === 0 ? 'Nothing changed.\n' : `  senders       readers\n${rows.join('')}`
}

const colours = { breaking: 'red', unknown: 'yellow', safe: 'green', documentation: 'gray' } as const

const level = (terminal: Terminal, name: Level): string => paint(terminal, colours[name], name.padEnd(13))
