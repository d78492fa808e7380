import { expect, it } from 'vitest'
import { conflictTitle } from './conflict-title'

const schema = (pointer: string, schemaPointer: string, keywords?: string[]) =>
  conflictTitle({ kind: 'schema', pointer, schemaPointer, ...(keywords && { keywords }) })

it('names the place, and the keyword where it is not the whole of it', () => {
  const total = '/properties/properties/properties/total'
  expect(schema('/properties/total', `${total}/description`)).toBe('total: description')
  expect(schema('/properties/total', total)).toBe('total')
  expect(schema('/properties/total', total, ['type', 'pattern'])).toBe('total: type and pattern')
  expect(schema('', '/description')).toBe('description')
  expect(schema('', '')).toBe('The whole rule')
  expect(conflictTitle({ kind: 'name', pointer: '', schemaPointer: '' })).toBe('Its name')
})
