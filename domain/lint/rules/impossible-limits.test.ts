import type { Json } from '../../plan/json'
import { anEvent } from '../an-event.cases'
import { finds } from '../finds.cases'

const a = (schema: { readonly [keyword: string]: Json }) => [anEvent('A', { a: schema })]

finds('impossible-limits', [
  ['numbers', a({ minimum: 2, maximum: 1 }), ['A /properties/a']],
  ['lengths', a({ minLength: 2, maxLength: 1 }), ['A /properties/a']],
  ['bounds that exclude each other', a({ exclusiveMinimum: 1, maximum: 1 }), ['A /properties/a']],
  ['what a list holds', a({ items: { minimum: 2, maximum: 1 } }), ['A /properties/a/*']],
  ['values of another type', a({ type: 'string', enum: [1, 2] }), ['A /properties/a']],
  ['one value fits', a({ minimum: 1, maximum: 1, minItems: 0, maxItems: 0 }), []],
  ['one allowed value fits', a({ type: 'string', enum: [1, 'a'] }), []],
  ['whole numbers are numbers', a({ type: 'number', enum: [1] }), []],
  ['null beside a type', a({ type: ['string', 'null'], enum: [null] }), []],
  ['a type that does not exist', a({ type: 'text', enum: [1] }), []],
  ['a limit that is no number', a({ minimum: '2', maximum: 1 }), []],
])
