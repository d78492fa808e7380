import { expect, test } from 'vitest'
import { originOf } from './origin-of'

const forwarded = { event: 'Violation Generated', properties: { sourceID: 's1' } }
const inline = { event: 'Order Completed', context: { protocols: { sourceId: 's2' } } }

test.each([
  [forwarded, null, { sourceId: 's1', route: 'forwarding' }],
  [forwarded, 's9', { sourceId: 's1', route: 'forwarding' }],
  [inline, 's2', { sourceId: 's2', route: 'inline' }],
  [inline, null, { sourceId: 's2', route: 'blocked-events' }],
  [{ event: 'Order Completed' }, 's3', { sourceId: 's3', route: 'inline' }],
  [{ event: 'Order Completed' }, null, null],
  ['text', null, null],
])('%j at an endpoint of %s', (event, sourceId, origin) => expect(originOf(event, sourceId)).toEqual(origin))
