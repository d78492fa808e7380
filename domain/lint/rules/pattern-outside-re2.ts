import { isJsonObject, type Json, type JsonObject } from '../../plan/json'
import { readPattern } from '../../plan/pattern/read-pattern'
import type { LintRule } from '../lint-rule'
import { remembered } from '../remembered'

export const patternOutsideRe2: LintRule = {
  id: 'pattern-outside-re2',
  title: 'Segment can read every pattern',
  why: 'Segment reads patterns with RE2, which has no look-around and no back-references; the rule would judge nothing.',
  checkEach: () => {
    const refusal = remembered((pattern) => {
      const reading = readPattern(pattern)
      return reading.ok ? null : reading.reason
    })
    const isRefused = (pattern: Json | undefined): pattern is string =>
      typeof pattern === 'string' && refusal(pattern) !== null
    return ({ holding }, found) => {
      const refused = new Set([
        ...holding('pattern').filter(({ schema }) => isRefused(schema.pattern)),
        ...holding('patternProperties').filter(({ schema }) => namePatterns(schema).some(isRefused)),
      ])
      return [...refused].flatMap((at) =>
        [at.schema.pattern, ...namePatterns(at.schema)]
          .filter(isRefused)
          .map((pattern) => found(at, `The pattern ${JSON.stringify(pattern)} ${refusal(pattern)}.`)),
      )
    }
  },
}

const namePatterns = ({ patternProperties }: JsonObject): readonly string[] =>
  isJsonObject(patternProperties) ? Object.keys(patternProperties) : []
