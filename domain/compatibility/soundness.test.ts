import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../plan/json'
import { compileSchema } from '../validation/compile-schema'
import { anyFamily, anyInstance, pairsOf } from './any-schema.cases'
import { Budget } from './budget'
import { compare } from './compare'
import { plannedNames } from './planned-names'

type Accepts = (value: Json) => boolean | undefined

const judgeOf = (schema: Json): Accepts => {
  const compiled = compileSchema(schema)
  return compiled.ok ? compiled.validate : () => undefined
}

const values = fc.array(anyInstance, { minLength: 40, maxLength: 60 })

/** What each schema of a family says to each of some values; a family has some twenty pairs. */
const judgedFamily = fc
  .tuple(anyFamily, values)
  .map(([family, some]) => family.map((schema) => ({ schema, accepts: judgeOf(schema), some })))

const families = 900
const long = 300_000

describe('soundness, over tens of thousands of pairs', () => {
  it(
    'never calls safe what a value refutes, and never shows a value that is none',
    () => {
      const counts = { safe: 0, breaking: 0, unknown: 0 }
      fc.assert(
        fc.property(judgedFamily, (family) => {
          for (const [old, next] of pairsOf(family)) {
            const found = compare(old.schema, next.schema)
            counts[found.verdict] += 1
            if (found.verdict === 'breaking')
              expect([old.accepts(found.witness), next.accepts(found.witness)]).toEqual([true, false])
            if (found.verdict === 'safe')
              expect(old.some.filter((value) => old.accepts(value) && next.accepts(value) === false)).toEqual(
                [],
              )
          }
        }),
        { numRuns: families, endOnFailure: true },
      )
      process.stdout.write(
        `Compared: ${counts.safe} safe, ${counts.breaking} breaking, ${counts.unknown} unknown.\n`,
      )
      expect(counts.safe + counts.breaking + counts.unknown).toBeGreaterThan(20_000)
    },
    long,
  )

  it(
    'holds to the same in the reading of planned names',
    () => {
      fc.assert(
        fc.property(judgedFamily, (family) => {
          for (const [old, next] of pairsOf(family).slice(0, 4)) {
            const found = compare(old.schema, next.schema, { plannedNames: true })
            const closing = judgeOf(plannedNames(old.schema, new Budget(10_000)))
            const isMeant = (value: Json) => old.accepts(value) === true && closing(value) === true
            if (found.verdict === 'breaking')
              expect([isMeant(found.witness), next.accepts(found.witness)]).toEqual([true, false])
            if (found.verdict === 'safe')
              expect(old.some.filter((value) => isMeant(value) && next.accepts(value) === false)).toEqual([])
          }
        }),
        { numRuns: families / 4, endOnFailure: true },
      )
    },
    long,
  )

  it(
    'says of the parts of two schemas what it says of the schemas as they stand',
    () => {
      fc.assert(
        fc.property(anyFamily, (family) => {
          // Schemas with references are compared as they stand.
          fc.pre(!JSON.stringify(family).includes('$ref'))
          for (const [old, next] of pairsOf(family).slice(0, 6))
            for (const plannedNames of [false, true]) {
              const inParts = compare(old, next, { plannedNames }).verdict
              const whole = compare({ allOf: [old] }, { allOf: [next] }, { plannedNames }).verdict
              // Either may run out of steps on its own way.
              if (inParts !== 'unknown' && whole !== 'unknown') expect(inParts).toBe(whole)
            }
        }),
        { numRuns: 150, endOnFailure: true },
      )
    },
    long,
  )

  it(
    'finds every schema within itself, and within what leaves a keyword out of a conjunction',
    () => {
      fc.assert(
        fc.property(anyFamily, ([a = true, b = true]) => {
          expect(compare(a, a).verdict).toBe('safe')
          expect(compare({ allOf: [a, b] }, a).verdict).not.toBe('breaking')
          expect(compare(a, { anyOf: [b, a] }).verdict).not.toBe('breaking')
        }),
        { numRuns: 300 },
      )
    },
    long,
  )
})
