import { repairRule } from '@/domain/plan/defects/repair-rule'
import { ruleName } from '@/domain/plan/rule-id'
import { CannotRun, type Command } from '../command'
import { readOptions } from '../read-options'
import { readPlan } from '../read-plan'
import { writePlan } from '../write-plan'

const help = `
plumbline repair rules.json [-o out.json] [--guess]

Mends the defects that live plans are known to have: "type": "any", "required": true on a property, draft-04 leftovers,
marks of editors. Only what can have been meant in one way. Rules without defects stay as they are, to the letter.
What was done, and what was left, goes to standard error.

A repair can refuse events that passed before ("required": true begins to mean something): see
"plumbline diff rules.json out.json".

Options:
  -o, --out FILE   write there, whole or not at all; standard output without it
  --guess          mend what can have been meant in several ways, too

It reads: a plan in any shape ("plumbline help validate" lists them), "-" for standard input.
It writes: Segment's { "rules": [...] }, a rule to a line.

Examples:
  plumbline repair plan.json -o mended.json
  plumbline repair plan.json | plumbline diff plan.json -

Exit codes: 0 done, 2 could not run.
`

export const repair: Command = {
  help,
  run: async (args, terminal) => {
    const options = readOptions(args, { out: { type: 'string', short: 'o' }, guess: { type: 'boolean' } })
    const [file, ...others] = options.files
    if (file === undefined || others.length > 0) throw new CannotRun('repair reads one file.')
    const repaired = (await readPlan(file, terminal)).map((rule) =>
      repairRule(rule, { guess: options.isSet('guess') }),
    )
    for (const { rule, repairs, left } of repaired) {
      for (const { defect, certainty, what } of repairs)
        terminal.stderr.write(
          `${ruleName(rule)} ${defect.pointer}: ${what}${certainty === 'guess' ? ' (a guess)' : ''}\n`,
        )
      for (const { pointer, explanation } of left)
        terminal.stderr.write(`${ruleName(rule)} ${pointer}: left as it is. ${explanation}\n`)
    }
    await writePlan(
      repaired.map(({ rule }) => rule),
      options.text('out'),
      terminal,
    )
    return 0
  },
}
