import { ruleIdOf } from '../../plan/rule-id'
import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'
import { wordsOf } from '../words'

export const propertyAsEvent: LintRule = {
  id: 'property-as-event',
  title: 'No family of events differs in one word only',
  why: 'Blue Button Clicked beside Red Button Clicked is one event, Button Clicked, with a property that says which.',
  severity: 'info',
  check: ({ events }) => {
    const long = events.filter(({ key, version }) => version === 1 && wordsOf(key).length > 2)
    const families = grouped(long, ({ key }) => wordsOf(key).slice(1).join(' '))
    return [...families.values()].filter(isFamily).flatMap((family) =>
      family.map((rule) => ({
        rule: ruleIdOf(rule),
        message: `"${rule.key}" differs from ${family.length - 1} other event${family.length > 2 ? 's' : ''} in its first word only`,
      })),
    )
  },
}

/** Words that say which of several it was. */
const choosing = new Set(
  'red blue green black white first second third last left right top bottom upper lower small large primary secondary'.split(
    ' ',
  ),
)

const isFamily = (family: readonly { readonly key: string }[]): boolean =>
  family.length > 2 || (family.length === 2 && family.every(({ key }) => choosing.has(wordsOf(key)[0] ?? '')))
