import { expect, test } from 'vitest'
import { isMentionOpen, mentionableOf, mentionsIn } from './mentions'

const people = [
  { id: 'ann', name: 'Ann Author', email: 'ann@example.com' },
  { id: 'kim1', name: 'Kim', email: 'kim.one@example.com' },
  { id: 'kim2', name: 'Kim', email: 'kim.two@example.com' },
]
const mentionable = mentionableOf(people)
const says = (by: string, body: string) => ({ by, body })

test.each([
  ['by name', 'Look, @Ann Author!', ['Ann Author']],
  ['by address', '@ann@example.com', ['ann@example.com']],
  ['once, however often', '@Ann Author @Ann Author', ['Ann Author']],
  ['not by a name that two people have', '@Kim', []],
  ['but by the address of one of them', '@kim.two@example.com', ['kim.two@example.com']],
  ['not in code', '`@Ann Author`', []],
  ['not who is nobody here', '@Bob', []],
])('people are mentioned %s', (_, body, names) => expect(mentionsIn(body, mentionable)).toEqual(names))

test.each([
  ['a mention waits', [says('kim1', '@Ann Author?')], true],
  ['until it is answered', [says('kim1', '@Ann Author?'), says('ann', 'Yes.')], false],
  [
    'and waits again',
    [says('kim1', '@Ann Author?'), says('ann', 'Yes.'), says('kim1', '@Ann Author!')],
    true,
  ],
  ['what one says oneself does not', [says('ann', '@Ann Author')], false],
  ['nor what mentions nobody', [says('kim1', 'Hm.')], false],
])('%s', (_, said, isOpen) => expect(isMentionOpen(said, 'ann', mentionable)).toBe(isOpen))
