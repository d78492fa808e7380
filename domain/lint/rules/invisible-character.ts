import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const invisibleCharacters: LintRule = {
  id: 'invisible-character',
  title: 'Names hold nothing that cannot be seen',
  why: 'A name with a space too many, or with one that only looks like a space, is another name to every tool.',
  check: ({ events, propertiesNamed }, found) => [
    ...events
      .filter(({ key }) => oddityOf(key) !== null)
      .map((event) => found({ rule: ruleIdOf(event) }, messageOn(event.key))),
    ...propertiesNamed((name) => oddityOf(name) !== null).map((property) =>
      found(property, messageOn(property.name)),
    ),
  ],
}

const messageOn = (name: string): string =>
  `"${name}" holds ${oddityOf(name)}. Apps that send the plain name miss the plan.`

const oddityOf = (name: string): string | null => {
  if (name.trim() === '') return 'nothing that can be seen'
  const unseen = /[^\S ]|\p{C}/u.exec(name)?.[0]
  if (unseen !== undefined) return `the invisible character ${codeOf(unseen)}`
  return /^ | $| {2}/.test(name) ? 'a space too many' : null
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
