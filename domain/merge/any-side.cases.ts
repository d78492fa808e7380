import fc from 'fast-check'
import type { Rename } from '../diff/diff-rules'
import { schemaOf } from '../diff/schema-of'
import { aRule } from '../plan/a-rule.cases'
import type { ExactJson } from '../plan/exact-json'
import { printJson } from '../plan/print-json'
import type { Rule } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import { editedSchema, nodeOf } from './any-schema-edit.cases'

const ruleOf = (key: string, schema: ExactJson): Rule => aRule(key, printJson(schema))

const anyBase: fc.Arbitrary<readonly Rule[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('A', '__proto__', 'C/1'), nodeOf(2)), {
    selector: ([key]) => key,
    maxLength: 3,
  })
  .map((pairs) => pairs.map(([key, schema]) => ruleOf(key, schema)))

/** One side of a merge: its rules, and what it renamed on the way. */
export type AnySide = { readonly rules: readonly Rule[]; readonly renames: readonly Rename[] }

/** A rule stays, goes, or takes another name. */
const anyFate = fc.oneof(
  { weight: 6, arbitrary: fc.constant('stays') },
  { weight: 1, arbitrary: fc.constant('goes') },
  { weight: 3, arbitrary: fc.constantFrom('D', 'E', 'A', 'C/1') },
)

/** What the base becomes on one side: a few edits, so that two sides often go together. */
const anySideOf = (base: readonly Rule[]): fc.Arbitrary<AnySide> =>
  fc
    .tuple(
      fc.tuple(...base.map((rule) => fc.tuple(editedSchema(schemaOf(rule)), anyFate))),
      fc.array(fc.tuple(fc.constantFrom('F', 'D', 'A'), nodeOf(1)), { maxLength: 2 }),
    )
    .map(([fates, added]) => {
      const rules: Rule[] = []
      const renames: Rename[] = []
      const isFree = (key: string) => !rules.some((rule) => rule.key === key)
      // Whoever keeps a name has it before anybody else takes it.
      const kept = base.flatMap((rule, i) =>
        fates[i]?.[1] === 'stays' ? [{ rule, schema: fates[i][0] }] : [],
      )
      for (const { rule, schema } of kept) rules.push(ruleOf(rule.key ?? '', schema))
      for (const [i, rule] of base.entries()) {
        const [schema, fate] = fates[i] ?? []
        if (
          schema === undefined ||
          fate === undefined ||
          ['stays', 'goes', rule.key].includes(fate) ||
          !isFree(fate)
        )
          continue
        const after = ruleOf(fate, schema)
        rules.push(after)
        renames.push({ from: ruleIdOf(rule), to: ruleIdOf(after) })
      }
      for (const [key, schema] of added) if (isFree(key)) rules.push(ruleOf(key, schema))
      return { rules, renames }
    })

/** A base and two sides of it. */
export const anyMerge: fc.Arbitrary<readonly [readonly Rule[], AnySide, AnySide]> = anyBase.chain((base) =>
  fc.tuple(fc.constant(base), anySideOf(base), anySideOf(base)),
)
