import type { ErrorObject } from 'ajv'
import { compileRule } from '@/sandbox/protocols/compile-rule'
import type { Violation } from '@/sandbox/protocols/violation'
import { violationWords } from '@/sandbox/protocols/violation-words'
import type { Message } from '@/sandbox/tracking-api/message'
import type { Rule } from '@/sandbox/world/rule'

/** A violation and where it is: steps into the message, for leaving that part out. */
export type Located = { violation: Violation; steps: string[] }

const stepsOf = (error: ErrorObject): string[] => {
  const steps = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return error.keyword === 'required' ? [...steps, String(error.params.missingProperty)] : steps
}

// What a branch of a combinator found is told by the combinator alone, as in Segment.
const isInsideCombinator = ({ schemaPath }: ErrorObject) =>
  /\/(anyOf|oneOf|not|if|propertyNames|contains)\/./.test(schemaPath)

/** What the rule's schema finds in the message, each finding once. */
export const violationsOf = (rule: Rule, message: Message): Located[] => {
  const validate = compileRule(rule)
  if (!validate || validate(message)) return []
  const located = (validate.errors ?? [])
    .filter((error) => !isInsideCombinator(error))
    .map((error) => {
      const steps = stepsOf(error)
      const field = steps.length === 0 ? '(root)' : steps.join('.')
      return { violation: { ...violationWords(field, error), field }, steps }
    })
  return [...new Map(located.map((found) => [JSON.stringify(found.violation), found])).values()]
}
