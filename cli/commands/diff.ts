import type { Change } from '@/domain/diff/change'
import { describeChange } from '@/domain/diff/describe-change'
import { describeGuess, guessRenames } from '@/domain/diff/guess-renames'
import type { JudgedChange } from '@/domain/impact/judged-change'
import type { Level } from '@/domain/impact/verdict'
import type { ExactJson } from '@/domain/plan/exact-json'
import type { Json } from '@/domain/plan/json'
import { printJson } from '@/domain/plan/print-json'
import { ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command, type Terminal } from '../command'
import { judgeDiff } from '../judging/judge-diff'
import { paint } from '../paint'
import { readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { write } from '../write'

const help = `
plumbline diff old.json new.json [--format json]

What changed between two states of a tracking plan, and who is hurt by it: senders, whose events may be refused now,
and readers, who may get what they could not get before. A break for senders comes with a message that was accepted
and is refused now, wherever one was found. Order of rules and keys and other ways of writing the same do not count.

  safe            nobody who followed the old plan is wrong
  breaking        somebody is
  unknown         it could not be established; treat it like breaking
  documentation   validation cannot see it

Options:
  --format json   for programs

It reads: two plans in any shape ("plumbline help validate" lists them), "-" for standard input.
It writes, with --format json:
  {"changes":[{"kind":"type-changed","rule":{…},"pointer":"/properties/total","before":["number"],"after":["string"],
    "senders":"breaking","readers":"breaking","witness":{…}}]}
A property that went and one that came which say the same are perhaps one: "renames":[{"rule":{…},
"from":"/properties/a","to":"/properties/b"}], where there are any. It is a guess.

Examples:
  plumbline diff main.json branch.json
  git show main:plan.json | plumbline diff - plan.json
  plumbline diff old.json new.json --format json | jq '.changes[] | select(.senders == "breaking")'

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
    const judged = await judgeDiff(before, after, terminal.program)
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
  if (judged.length === 0) return 'Nothing changed.\n'
  const guesses = new Map<Change, string>(
    guessRenames(judged.map(({ change }) => change)).map((guess) => [guess.removed, describeGuess(guess)]),
  )
  const rows = judged.map(({ change, verdict, witness }, i) => {
    const name = ruleName(change.rule)
    const previous = judged[i - 1]
    const isFirst = !previous || ruleName(previous.change.rule) !== name
    const { senders, readers } = verdict
    return [
      ...(isFirst ? [paint(terminal, 'bold', name)] : []),
      `  ${level(terminal, senders.level)} ${level(terminal, readers.level)} ${describeChange(change)}`,
      ...(senders.level === 'unknown' ? [`      not known: ${senders.why}`] : []),
      ...(witness === undefined ? [] : [`      refused now: ${readable(witness)}`]),
      ...(guesses.has(change) ? [`      perhaps: ${guesses.get(change)}`] : []),
    ].join('\n')
  })
  return `${[summary(judged, terminal), '', '  senders       readers', ...rows].join('\n')}\n`
}

const levelsShown = ['breaking', 'unknown'] as const

/** Such as `3 changes; senders: 1 breaking; readers: 2 breaking, 1 unknown`. */
const summary = (judged: readonly JudgedChange[], terminal: Terminal): string => {
  const of = (side: 'senders' | 'readers') => {
    const counted = levelsShown.flatMap((name) => {
      const count = judged.filter(({ verdict }) => verdict[side].level === name).length
      return count === 0 ? [] : [paint(terminal, colours[name], `${count} ${name}`)]
    })
    return `${side}: ${counted.join(', ') || paint(terminal, 'green', 'safe')}`
  }
  const changes = `${judged.length} ${judged.length === 1 ? 'change' : 'changes'}`
  return `${paint(terminal, 'bold', changes)}; ${of('senders')}; ${of('readers')}`
}

const widest = 90

const readable = (witness: Json): string => {
  const short = JSON.stringify(witness)
  return short.length <= widest ? short : JSON.stringify(witness, null, 2).replaceAll('\n', '\n      ')
}

const colours = { breaking: 'red', unknown: 'yellow', safe: 'green', documentation: 'gray' } as const

const level = (terminal: Terminal, name: Level): string => paint(terminal, colours[name], name.padEnd(13))
