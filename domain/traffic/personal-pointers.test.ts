import { expect, it } from 'vitest'
import type { Json } from '../plan/json'
import { personalPointers } from './personal-pointers'

const rule = (properties: Json): Json => ({
  description: 'Personal settings were saved',
  properties: { properties: { description: 'Personal settings', properties } },
})

it.each<[string, Json, string[]]>([
  ['a label', { a: { labels: { pii: 'yes' } }, b: {} }, ['/properties/a']],
  ['a description', { a: { description: 'Personal data: what people like' } }, ['/properties/a']],
  ['a format', { a: { format: 'email' } }, ['/properties/a']],
  ['a name', { first_name: {}, name: {} }, ['/properties/first_name']],
  ['items', { a: { items: { properties: { phone: {} } } } }, ['/properties/a/*/phone']],
  ['branches', { a: { anyOf: [{ properties: { x: { format: 'email' } } }] } }, ['/properties/a/x']],
  ['nothing of it', { total: { type: 'number' } }, []],
])('%s', (_name, properties, pointers) => {
  expect(personalPointers(rule(properties))).toEqual(pointers)
})
