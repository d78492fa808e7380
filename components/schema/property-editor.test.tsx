import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { propertyTable } from '@/domain/plan/property-table'
import { updateSchemaText } from '@/domain/plan/update-schema-text'
import { PropertyEditor } from './property-editor'

const start = {
  type: 'object',
  'x-owner': 'checkout',
  properties: {
    properties: {
      type: 'object',
      properties: {
        order_id: { type: 'string', description: 'Number on the invoice', 'x-pii': false },
        coupon: { type: ['string', 'null'] },
        method: { type: 'string', enum: ['card', 'cash'] },
        products: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
      },
      required: ['order_id'],
    },
  },
}

/** The editor over a schema, as the event page holds it. */
const editing = () => {
  const current = { text: JSON.stringify(start) }
  const Held = () => {
    const [text, setText] = useState(current.text)
    current.text = text
    const schema = JSON.parse(text)
    return (
      <PropertyEditor
        rows={propertyTable(schema).rows}
        schema={schema}
        section="properties"
        onEdit={(edits) => {
          const updated = updateSchemaText(text, edits)
          if (updated.ok) setText(updated.schemaText)
        }}
      />
    )
  }
  render(<Held />)
  const schema = () => JSON.parse(current.text) as typeof start
  return { schema, properties: () => schema().properties.properties }
}

test('required is put on and taken off, and nothing else changes', async () => {
  const { schema, properties } = editing()
  await userEvent.click(screen.getByRole('checkbox', { name: 'coupon is required' }))
  expect(properties().required).toEqual(['order_id', 'coupon'])
  await userEvent.click(screen.getByRole('checkbox', { name: 'coupon is required' }))
  expect(schema()).toEqual(start)
})

test('another type keeps whether null is allowed', async () => {
  const { properties } = editing()
  await userEvent.click(screen.getByRole('combobox', { name: 'Type of coupon' }))
  await userEvent.click(await screen.findByRole('option', { name: 'integer' }))
  expect(properties().properties.coupon).toEqual({ type: ['integer', 'null'] })
})

test('null is refused and allowed', async () => {
  const { properties } = editing()
  await userEvent.click(screen.getByRole('button', { name: 'coupon may be null' }))
  expect(properties().properties.coupon.type).toEqual(['string'])
  await userEvent.click(screen.getByRole('button', { name: 'order_id may be null' }))
  expect(properties().properties.order_id.type).toEqual(['string', 'null'])
})

test('a rename goes through `required`, and keeps unknown keywords', async () => {
  const { properties } = editing()
  const name = screen.getByRole('textbox', { name: 'Name of order_id' })
  await userEvent.clear(name)
  await userEvent.type(name, 'order_number{Enter}')
  expect(properties().required).toEqual(['order_number'])
  expect(properties().properties).toMatchObject({ order_number: { 'x-pii': false } })
})

test('escape takes back what was typed', async () => {
  const { schema } = editing()
  const description = screen.getByRole('textbox', { name: 'Description of order_id' })
  await userEvent.type(description, ' and receipt{Escape}')
  expect(description).toHaveValue('Number on the invoice')
  expect(schema()).toEqual(start)
})

test('a property is added', async () => {
  const { properties } = editing()
  await userEvent.click(screen.getByRole('button', { name: 'Add a property' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of the new property' }), 'gift_note{Enter}')
  expect(properties().properties).toMatchObject({ gift_note: { type: 'string' } })
})

test('a property is added inside what a list holds', async () => {
  const { properties } = editing()
  await userEvent.click(screen.getByRole('button', { name: 'Add a property inside products' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of the new property' }), 'price{Enter}')
  expect(properties().properties.products.items.properties).toEqual({
    sku: { type: 'string' },
    price: { type: 'string' },
  })
})

test('a property is removed from the names and from `required`', async () => {
  const { properties } = editing()
  await userEvent.click(screen.getByRole('button', { name: 'Remove order_id' }))
  expect(properties()).not.toHaveProperty('required')
  expect(Object.keys(properties().properties)).toEqual(['coupon', 'method', 'products'])
})

test('allowed values are added and taken away; without any, every value is allowed', async () => {
  const { properties } = editing()
  await userEvent.click(screen.getByRole('button', { name: 'Values of method' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Allowed values' }), 'swish{Enter}')
  expect(properties().properties.method.enum).toEqual(['card', 'cash', 'swish'])
  for (const value of ['card', 'cash', 'swish'])
    await userEvent.click(screen.getByRole('button', { name: `Take ${value} away` }))
  expect(properties().properties.method).toEqual({ type: 'string' })
})
