import { expect, it } from 'vitest'
import { fires } from '@/sandbox/forwarding/fires'

const violation = { type: 'track', event: 'Violation Generated', properties: { count: 2 } }

it.each([
  ['type = "track" and event = "Violation Generated"', true],
  ['type = "track" and event = "Order Completed"', false],
  ['type = "identify" or event = "Violation Generated"', true],
  ['type = "identify" and (type = "track" or event = "Violation Generated")', false],
  ['type != "identify"', true],
  ['properties.count = 2', true],
  ['context.protocols.violations != null', false],
  ['type = "track" and', null],
  ['contains(event, "Violation")', null],
  ['', null],
])('%s → %s', (trigger, expected) => {
  expect(fires(trigger, violation)).toBe(expected)
})
