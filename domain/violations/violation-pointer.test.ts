import { expect, test } from 'vitest'
import type { Json } from '../plan/json'
import { violationPointer } from './violation-pointer'
import type { ViolationType } from './violation-type'

const schema: Json = {
  properties: {
    properties: {
      properties: {
        price: { type: 'number' },
        'utm.source': { type: 'string' },
        utm: { properties: { source: {}, medium: {} } },
        products: { items: { properties: { sku: {}, '0': {} } } },
        address: { properties: { city: {}, address: {} }, required: ['city'] },
        grid: { items: { items: { properties: { x: {} } } } },
        'a/b': {},
        '2024': {},
      },
    },
    context: { properties: { app: { properties: { version: {} } } } },
  },
}

test.each<[string, string, ViolationType, string]>([
  ['properties.price', 'Invalid type.', 'invalid-type', '/properties/price'],
  ['(root)', 'Must validate all the schemas (allOf)', 'combination', ''],
  ['(root).properties.price', 'Invalid type.', 'invalid-type', '/properties/price'],
  ['properties.utm.source', 'Invalid type.', 'invalid-type', '/properties/utm.source'],
  ['properties.utm.medium', 'Invalid type.', 'invalid-type', '/properties/utm/medium'],
  ['properties.products.12.sku', 'Invalid type.', 'invalid-type', '/properties/products/*/sku'],
  ['properties.products.$.sku', 'Invalid type.', 'invalid-type', '/properties/products/*/sku'],
  ['properties.products.3', 'Invalid type.', 'invalid-type', '/properties/products/*'],
  ['properties.grid.0.1.x', 'Invalid type.', 'invalid-type', '/properties/grid/*/*/x'],
  ['properties.a/b', 'Invalid type.', 'invalid-type', '/properties/a~1b'],
  ['properties.2024', 'Invalid type.', 'invalid-type', '/properties/2024'],
  ['context.app.version', 'Invalid type.', 'invalid-type', '/context/app/version'],
  ['price', 'Invalid type.', 'invalid-type', '/properties/price'],
  ['properties.never.planned', 'Invalid type.', 'invalid-type', '/properties/never/planned'],
  // a missing property, however it is told
  ['properties.price', 'properties.price is required', 'required', '/properties/price'],
  ['properties', 'price is required', 'required', '/properties/price'],
  ['properties.price', 'price is required', 'required', '/properties/price'],
  ['(root)', 'properties is required', 'required', '/properties'],
  ['(root)', '(root).properties is required', 'required', '/properties'],
  ['properties.address', 'city is required', 'required', '/properties/address/city'],
  ['properties.products.0', 'sku is required', 'required', '/properties/products/*/sku'],
  [
    'properties.products.0',
    'properties.products.0.sku is required',
    'required',
    '/properties/products/*/sku',
  ],
  // an unplanned property
  ['properties', 'Additional property colour is not allowed', 'unplanned-property', '/properties/colour'],
  ['properties.colour', 'Unplanned property', 'unplanned-property', '/properties/colour'],
])('%s, "%s" (%s) is %j', (field, message, type, pointer) => {
  expect(violationPointer({ field, message, type }, schema)).toBe(pointer)
})

test.each<[string, string]>([
  ['properties.products.0.sku', '/properties/products/*/sku'],
  ['properties.2024', '/properties/2024'],
  ['properties.a.b', '/properties/a/b'],
  ['(root)', ''],
])('without a rule %s is %j', (field, pointer) => {
  expect(violationPointer({ field, message: '', type: 'other' }, null)).toBe(pointer)
})
