import type { RuleId } from '../../plan/rule'
import { ruleIdOf } from '../../plan/rule-id'
import { wordsOf } from '../../plan/words'
import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'

type Named = {
  readonly rule: RuleId
  readonly name: string
  readonly words: readonly string[]
}

export const propertyAsEvent: LintRule = {
  id: 'property-as-event',
  title: 'No family of events differs in one word only',
  why: 'Blue Button Clicked beside Red Button Clicked is one event, Button Clicked, with a property that says which.',
  check: ({ events }, found) => {
    const named = [...new Map(events.map((rule) => [rule.key, rule])).values()]
      .map((rule): Named => ({ rule: ruleIdOf(rule), name: rule.key, words: wordsOf(rule.key) }))
      .filter(({ words }) => words.length > 2)
    const familyOf = new Map<Named, readonly Named[]>()
    for (const [alike, least] of [
      [grouped(named, firstLeftOut), 3],
      [grouped(named, choicesLeftOut), 2],
    ] as const)
      for (const family of alike.values())
        if (family.length >= least) for (const member of family) familyOf.set(member, family)
    return named.flatMap((member) => {
      const other = familyOf.get(member)?.find((one) => one !== member)
      if (other === undefined) return []
      const differs = `"${member.name}" differs from "${other.name}" in one word only.`
      return [found(member, `${differs} Send one event, and the word as a property.`)]
    })
  },
}

/** Words that say which of several it was. */
const choosing = new Set(
  (
    'red blue green black white yellow orange first second third fourth fifth last next previous left right top bottom ' +
    'upper lower small medium large primary secondary one two three four five'
  ).split(' '),
)

const isChoice = (word: string): boolean => choosing.has(word) || /^\d{1,2}$/.test(word)

const firstLeftOut = ({ words }: Named): string => words.slice(1).join(' ')

/** Without a choice a name has no family but itself. */
const choicesLeftOut = ({ words, name }: Named): string =>
  words.some(isChoice) ? words.map((word) => (isChoice(word) ? '*' : word)).join(' ') : name
