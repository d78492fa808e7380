import { aRule } from '../../plan/a-rule.cases'
import { anEvent } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('pattern-outside-re2', [
  ['look-around', [anEvent('A', { a: { pattern: '^(?!x)' } })], ['A /properties/a']],
  [
    'in a common rule, inside a choice',
    [aRule(null, JSON.stringify({ properties: { userId: { anyOf: [{ pattern: '(a)\\1' }] } } }), 'COMMON')],
    ['COMMON /userId'],
  ],
  ['a pattern of names', [anEvent('A', { a: { patternProperties: { '^(?=x)': {} } } })], ['A /properties/a']],
  ['of what a list holds', [anEvent('A', { a: { items: { pattern: '(?=x)' } } })], ['A /properties/a/*']],
  ['what RE2 reads', [anEvent('A', { a: { pattern: '^[^x]\\d+$' }, pattern: { enum: ['(?!x)'] } })], []],
])
