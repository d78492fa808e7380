import { expect, test } from 'vitest'
import { mergeSchemas } from '../merge/merge-schemas'
import type { ExactJson } from '../plan/exact-json'
import { commonGround } from './common-ground'

const merged = (ours: ExactJson, theirs: ExactJson) =>
  mergeSchemas({ base: commonGround(ours, theirs), ours, theirs })

test.each<[string, ExactJson, ExactJson, ExactJson]>([
  [
    'keeps what only ours has, takes in what only theirs has',
    { properties: { a: { type: 'string' } }, required: ['a'] },
    { properties: { b: { type: 'number' } }, required: ['b'] },
    { properties: { a: { type: 'string' }, b: { type: 'number' } }, required: ['a', 'b'] },
  ],
  [
    'takes theirs where both have something else',
    { description: 'mine', properties: { a: { type: 'string' } }, labels: { owner: 'x', team: 'y' } },
    { description: 'theirs', properties: { a: { type: 'number' } }, labels: { owner: 'z' } },
    { description: 'theirs', properties: { a: { type: 'number' } }, labels: { owner: 'z', team: 'y' } },
  ],
  [
    'adds up sets that share a member',
    { type: ['string', 'null'], enum: ['x', 'y'] },
    { type: 'string', enum: ['x', 'z'] },
    { type: ['string', 'null'], enum: ['x', 'y', 'z'] },
  ],
  [
    'goes into what stands for every item',
    { items: { properties: { a: {} } } },
    { items: { properties: { b: {} } } },
    { items: { properties: { a: {}, b: {} } } },
  ],
  [
    'reads draft-04 spellings as what they mean',
    { id: '/mine', type: 'object' },
    { $id: '/theirs', type: 'object' },
    { $id: '/theirs', type: 'object' },
  ],
  ['takes a schema that is none as it is', true, { type: 'string' }, { type: 'string' }],
])('a merge on common ground %s', (_name, ours, theirs, expected) => {
  expect(merged(ours, theirs)).toEqual({ schema: expected, conflicts: [] })
})

test('a type that was narrowed on one side and replaced on the other is for a person', () => {
  const { conflicts } = merged({ type: 'string', pattern: '^a' }, { type: 'number' })
  expect(conflicts).toMatchObject([{ keywords: expect.arrayContaining(['type', 'pattern']) }])
})

test.each<ExactJson>([
  { required: true },
  { enum: 'x' },
  { type: ['string'], enum: ['x', 'y'], required: [] },
])('what both say alike is the ground as it stands: %j', (schema) => {
  expect(commonGround(schema, schema)).toEqual(schema)
})
