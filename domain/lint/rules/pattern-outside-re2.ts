import { readPattern } from '../../plan/pattern/read-pattern'
import type { LintRule } from '../lint-rule'

export const patternOutsideRe2: LintRule = {
  id: 'pattern-outside-re2',
  title: 'Segment can read every pattern',
  why: 'Segment reads patterns with RE2, which has no look-around and no back-references; the rule would judge nothing.',
  severity: 'error',
  check: ({ properties }) =>
    properties.flatMap(({ rule, pointer, schema }) => {
      const reading = typeof schema.pattern === 'string' ? readPattern(schema.pattern) : null
      return reading && !reading.ok
        ? [{ rule, pointer, message: `The pattern ${JSON.stringify(schema.pattern)} ${reading.reason}` }]
        : []
    }),
}
