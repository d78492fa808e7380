import { type MergeConflict, mergeRules } from '@/domain/merge/merge-rules'
import type { ExactJson } from '@/domain/plan/exact-json'
import { printJson } from '@/domain/plan/print-json'
import { ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command, type Terminal } from '../command'
import { paint } from '../paint'
import { readOptions, wantsJson } from '../read-options'
import { readPlan } from '../read-plan'
import { write } from '../write'
import { writePlan } from '../write-plan'

const help = `
plumbline merge base.json ours.json theirs.json [-o out.json] [--take ours|theirs|base] [--format json]

Merges two edits of one tracking plan: rule by rule, then keyword by keyword. Two properties, a description beside a
type, values that both sides added to a list: all go together. What truly collides is a conflict; then nothing is
written, and the conflicts are shown. --take settles every conflict for one side.

With conflicts and --format json:
  {"conflicts":[{"rule":{…},"pointer":"/properties/total","schemaPointer":"…","base":…,"ours":…,"theirs":…}]}

Example:  plumbline merge base.json mine.json theirs.json -o merged.json
Exit codes: 0 merged, 1 conflicts, 2 could not run.
`

export const merge: Command = {
  help,
  run: async (args, terminal) => {
    const options = readOptions(args, { out: { type: 'string', short: 'o' }, take: { type: 'string' } })
    const [baseFile, oursFile, theirsFile, ...others] = options.files
    if (baseFile === undefined || oursFile === undefined || theirsFile === undefined || others.length > 0)
      throw new CannotRun('merge needs three files: base, ours and theirs.')
    const side = sideNamed(options.text('take'))
    const merged = mergeRules({
      base: await readPlan(baseFile, terminal),
      ours: await readPlan(oursFile, terminal),
      theirs: await readPlan(theirsFile, terminal),
      resolve: () => side,
    })
    if (merged.conflicts.length > 0) {
      await write(
        terminal.stdout,
        wantsJson(options) ? asJson(merged.conflicts) : asText(merged.conflicts, terminal),
      )
      return 1
    }
    await writePlan(merged.rules, options.text('out'), terminal)
    return 0
  },
}

const sideNamed = (name: string | undefined) => {
  if (name === undefined || name === 'ours' || name === 'theirs' || name === 'base') return name
  throw new CannotRun(`--take is ours, theirs or base, not "${name}".`)
}

const sides = ['base', 'ours', 'theirs'] as const

const asJson = (conflicts: readonly MergeConflict[]): string => {
  const shown = conflicts.map((conflict) => {
    const standing = sides.flatMap((side): [string, ExactJson][] => {
      const value = conflict[side]
      return value === undefined ? [] : [[side, value]]
    })
    const { rule, pointer, schemaPointer } = conflict
    return { rule, pointer, schemaPointer, ...Object.fromEntries(standing) }
  })
  return `${printJson({ conflicts: shown })}\n`
}

const asText = (conflicts: readonly MergeConflict[], terminal: Terminal): string =>
  conflicts
    .map((conflict) => {
      const head = `${paint(terminal, 'red', 'conflict')}  ${ruleName(conflict.rule)}  ${conflict.schemaPointer || '(the whole rule)'}\n`
      const rows = sides.map((side) => {
        const value = conflict[side]
        return `  ${side.padEnd(8)}${value === undefined ? '(not there)' : printJson(value)}\n`
      })
      return head + rows.join('')
    })
    .join('')
