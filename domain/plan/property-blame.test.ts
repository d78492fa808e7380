import { expect, it } from 'vitest'
import type { Json } from './json'
import { propertyBlame } from './property-blame'

const rule = (properties: Record<string, Json>, required: string[] = []) => ({
  type: 'object',
  properties: { properties: { type: 'object', properties, required } },
})
const blame = (...newestFirst: Json[]) =>
  Object.fromEntries(propertyBlame(newestFirst).map(({ pointer, state }) => [pointer, state]))

const text = { type: 'string' }
const number = { type: 'number' }

it('names the state in which a property last became something else', () => {
  expect(
    blame(
      rule({ total: number, coupon: text, added: text }),
      rule({ total: number, coupon: text }),
      rule({ total: text, coupon: text }),
    ),
  ).toEqual({ '/properties/added': 0, '/properties/total': 1, '/properties/coupon': 2 })
})

it('counts whether it is required, and every keyword of its own', () => {
  const described = { ...number, description: 'in euros' }
  const limited = { ...described, minimum: 0 }
  expect(blame(rule({ total: limited }, ['total']), rule({ total: limited }))).toEqual({
    '/properties/total': 0,
  })
  expect(blame(rule({ total: limited }), rule({ total: described }))).toEqual({ '/properties/total': 0 })
  expect(blame(rule({ total: described }), rule({ total: number }))).toEqual({ '/properties/total': 0 })
})

it('tells an object from what it holds, and a list from what stands in it', () => {
  const cart = (name: Json, sku: Json) =>
    rule({
      customer: { type: 'object', properties: { name }, required: [] },
      products: { type: 'array', items: { type: 'object', properties: { sku } } },
    })
  expect(blame(cart(text, number), cart(text, text), cart(number, text))).toEqual({
    '/properties/customer': 2,
    '/properties/customer/name': 1,
    '/properties/products': 2,
    '/properties/products/*/sku': 0,
  })
})

it('counts from its return what was gone, and not at all what only means the same', () => {
  expect(blame(rule({ total: number }), rule({}), rule({ total: number }))).toEqual({
    '/properties/total': 0,
  })
  expect(blame(rule({ total: { type: ['number'] } }), rule({ total: number }))).toEqual({
    '/properties/total': 1,
  })
})

it('is no trouble for a schema that is no object, and for names that every object has', () => {
  expect(blame(true, rule({ total: number }))).toEqual({})
  const odd = rule(
    Object.fromEntries([
      ['constructor', text],
      ['__proto__', number],
    ]),
  )
  expect(blame(odd, rule({}))).toEqual({ '/properties/constructor': 0, '/properties/__proto__': 0 })
  expect(propertyBlame([])).toEqual([])
})
