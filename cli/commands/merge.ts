import { describeJointBreak, type JointBreak } from '@/domain/impact/jointly-breaking'
import type { MergeConflict } from '@/domain/merge/merge-conflict'
import { mergeRules } from '@/domain/merge/merge-rules'
import { provedRenames } from '@/domain/merge/proved-renames'
import { takes } from '@/domain/merge/take'
import type { ExactJson } from '@/domain/plan/exact-json'
import { printJson } from '@/domain/plan/print-json'
import { ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command, type Terminal } from '../command'
import { recheckMerge } from '../judging/recheck-merge'
import { paint } from '../paint'
import { readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { write } from '../write'
import { writePlan } from '../write-plan'

const help = `
plumbline merge base.json ours.json theirs.json [-o out.json] [--take ours|theirs|base|both] [--format json]

Merges two edits of one tracking plan: rule by rule, then keyword by keyword. Two properties, a description beside a
type, values that both sides added to a list: all go together. What truly collides is a conflict; then nothing is
written, and the conflicts are shown with their ways out. A rule that went and one that came are one renamed rule where
they say the same and no other does; edits follow it.

Edits that are safe each by itself and refuse something together are told on standard error, with a message that is
refused; they do not stop the merge.

Options:
  -o, --out FILE   write there, whole or not at all; standard output without it
  --take SIDE      settle every conflict that has this way out: ours, theirs, base, or both
  --format json    for programs

It reads: three plans in any shape ("plumbline help validate" lists them), "-" for standard input.
It writes: Segment's { "rules": [...] }, a rule to a line. With conflicts and --format json:
  {"conflicts":[{"kind":"schema","rule":{…},"pointer":"/properties/total","schemaPointer":"…","base":…,"ours":…,
    "theirs":…,"resolutions":[{"take":"ours","value":…},{"take":"theirs"}]}]}
A resolution without a value leaves nothing there. Of keywords that collide as one, "keywords" names them and the sides
hold only those. A conflict of the kind "name" is about what a rule is called.
With --format json and -o:  {"conflicts":[],"jointlyBreaking":[{"rule":{…},"against":"theirs","reason":"…","witness":{…}}]}

Examples:
  plumbline merge base.json mine.json theirs.json -o merged.json
  git show main:plan.json | plumbline merge base.json mine.json - --take theirs
  plumbline merge base.json mine.json theirs.json --format json | jq '.conflicts[].pointer'

Exit codes: 0 merged, 1 conflicts, 2 could not run.
`

export const merge: Command = {
  help,
  run: async (args, terminal) => {
    const options = readOptions(args, { out: { type: 'string', short: 'o' }, take: { type: 'string' } })
    const [baseFile, oursFile, theirsFile, ...others] = options.files
    if (baseFile === undefined || oursFile === undefined || theirsFile === undefined || others.length > 0)
      throw new CannotRun('merge needs three files: base, ours and theirs.')
    const take = takeNamed(options.text('take'))
    const plans = {
      base: await readPlan(baseFile, terminal),
      ours: await readPlan(oursFile, terminal),
      theirs: await readPlan(theirsFile, terminal),
    }
    const renames = {
      ours: provedRenames(plans.base, plans.ours),
      theirs: provedRenames(plans.base, plans.theirs),
    }
    for (const { from, to } of [...renames.ours, ...renames.theirs])
      terminal.stderr.write(`${ruleName(from)} is taken for renamed to ${ruleName(to)}: both say the same.\n`)
    const merged = mergeRules({ ...plans, renames, resolve: () => take })
    if (merged.conflicts.length > 0) {
      await write(
        terminal.stdout,
        wantsJson(options) ? asJson(merged.conflicts) : asText(merged.conflicts, terminal),
      )
      return 1
    }
    const { breaks, unknown } = await recheckMerge(
      { ...plans, merged: merged.rules, renames: { ...renames, merged: merged.renames } },
      terminal.program,
    )
    for (const { rule, reason } of unknown)
      terminal.stderr.write(`${ruleName(rule)}: whether the edits break together is unknown. ${reason}\n`)
    for (const found of breaks) terminal.stderr.write(breakText(found, terminal))
    const out = options.text('out')
    await writePlan(merged.rules, out, terminal)
    if (wantsJson(options) && out !== undefined && out !== '-')
      await write(terminal.stdout, breaksAsJson(breaks))
    return 0
  },
}

const takeNamed = (name: string | undefined) => {
  const take = takes.find((each) => each === name)
  if (name === undefined || take) return take
  throw new CannotRun(`--take is ours, theirs, base or both, not "${name}".`)
}

const sides = ['base', 'ours', 'theirs'] as const

const asJson = (conflicts: readonly MergeConflict[]): string => {
  const shown = conflicts.map((conflict) => {
    const standing = sides.flatMap((side): [string, ExactJson][] => {
      const value = conflict[side]
      return value === undefined ? [] : [[side, value]]
    })
    const { kind, rule, pointer, schemaPointer, keywords } = conflict
    const resolutions = conflict.resolutions.map(
      ({ take, value }): ExactJson => (value === undefined ? { take } : { take, value }),
    )
    return {
      kind,
      rule,
      pointer,
      schemaPointer,
      ...(keywords && { keywords }),
      ...Object.fromEntries(standing),
      resolutions,
    }
  })
  return `${printJson({ conflicts: shown })}\n`
}

const breaksAsJson = (breaks: readonly JointBreak[]): string => {
  const jointlyBreaking = breaks.map(
    (found): ExactJson => ({
      rule: found.rule,
      against: found.against,
      reason: describeJointBreak(found),
      witness: found.witness,
    }),
  )
  return `${printJson({ conflicts: [], jointlyBreaking })}\n`
}

const breakText = (found: JointBreak, terminal: Terminal): string =>
  `${paint(terminal, 'yellow', 'warning')}   ${ruleName(found.rule)}  ${describeJointBreak(found)}\n` +
  `  refused now: ${JSON.stringify(found.witness)}\n`

const asText = (conflicts: readonly MergeConflict[], terminal: Terminal): string =>
  conflicts
    .map((conflict) => {
      const head = `${paint(terminal, 'red', 'conflict')}  ${ruleName(conflict.rule)}  ${placeOf(conflict)}\n`
      const rows = sides.map((side) => {
        const value = conflict[side]
        return `  ${side.padEnd(8)}${value === undefined ? '(not there)' : printJson(value)}\n`
      })
      const both = conflict.resolutions.find(({ take }) => take === 'both')?.value
      return head + rows.join('') + (both === undefined ? '' : `  ${'both'.padEnd(8)}${printJson(both)}\n`)
    })
    .join('')

const placeOf = ({ kind, schemaPointer, keywords }: MergeConflict): string => {
  if (kind === 'name') return '(its name)'
  if (keywords) return `${schemaPointer || '/'} (${keywords.join(', ')})`
  return schemaPointer || '(the whole rule)'
}
