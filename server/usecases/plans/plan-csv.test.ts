import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import { planCsv } from './plan-csv'

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true })
const track = (properties: object, more: object = {}) => ({
  type: 'object',
  properties: { properties: { type: 'object', properties, ...more } },
})

test('a line for each property, nested ones too, with what is said of its event', async () => {
  const csv = await planCsv([
    aRule('Order Completed', {
      description: 'Somebody paid',
      labels: { owner: 'checkout', tier: '1' },
      ...track(
        {
          total: { type: ['number', 'null'], description: 'In euros, "gross"', minimum: 0 },
          state: { enum: ['paid', 12345678901234567890n.toString()], pattern: '^p' },
          products: {
            type: 'array',
            items: {
              type: 'object',
              properties: { sku: { type: 'string', format: 'uuid' } },
              required: ['sku'],
            },
          },
        },
        { required: ['total'] },
      ),
    }),
  ])
  const of = { type: 'TRACK', key: 'Order Completed', version: '1', event_description: 'Somebody paid' }
  expect(read(csv)).toMatchObject([
    {
      ...of,
      labels: 'owner=checkout; tier=1',
      pointer: '/properties/total',
      name: 'total',
      types: 'number | null',
      required: 'yes',
      description: 'In euros, "gross"',
      only_in_json: 'minimum',
    },
    {
      pointer: '/properties/state',
      values: '"paid" | "12345678901234567890"',
      required: 'no',
      pattern: '^p',
    },
    { pointer: '/properties/products', types: 'array', item_types: 'object' },
    { pointer: '/properties/products/*/sku', format: 'uuid', required: 'yes' },
  ])
})

test('a rule without properties has a line of its own, and a plan without rules its columns', async () => {
  expect(read(await planCsv([aRule('Cart Viewed', { description: 'Seen' })]))).toMatchObject([
    { key: 'Cart Viewed', event_description: 'Seen', pointer: '', required: '' },
  ])
  expect(await planCsv([])).toMatch(/^\uFEFFtype,key,version,[a-z_,]+\r\n$/)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'nothing of a plan is a formula in a spreadsheet: %j',
  async (text) => {
    const [line] = read(
      await planCsv([aRule(text, { description: text, ...track({ [text]: { description: text } }) })]),
    )
    for (const cell of ['key', 'event_description', 'name', 'description'])
      expect(line?.[cell]).toBe(`'${text}`)
  },
)

test('many rules are written in their order, once each', async () => {
  const keys = Array.from({ length: 450 }, (_, i) => `Event ${i}`)
  const lines = read(await planCsv(keys.map((key) => aRule(key, track({ a: {}, b: {} })))))
  expect(lines.map(({ key, name }) => `${key} ${name}`)).toEqual(
    keys.flatMap((key) => [`${key} a`, `${key} b`]),
  )
})
