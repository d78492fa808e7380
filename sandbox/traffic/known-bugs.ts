import type { Call } from '@/sandbox/traffic/call'
import type { Random } from '@/sandbox/traffic/random'
import { callOf } from '@/sandbox/traffic/sample-call'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'
import type { Plan } from '@/sandbox/world/plan'
import type { Source } from '@/sandbox/world/source'

type Bug = { source: string; versions: string[]; event: string; spoil: (body: JsonObject) => JsonObject }

const without = (body: JsonObject, name: string): JsonObject => {
  const { [name]: _, ...rest } = body
  return rest
}

const inEach = (lines: Json | undefined, change: (line: JsonObject) => JsonObject): Json =>
  Array.isArray(lines) ? lines.map((line) => (isObject(line) ? change(line) : line)) : (lines ?? null)

/** Mistakes that a release keeps making, so that violations repeat, and end where an app version ends. */
const bugs: Bug[] = [
  {
    source: 'web-shop',
    versions: ['5.12.1', '5.13.2'],
    event: 'Product Added',
    spoil: (b) => ({ ...b, currency: 'eur' }),
  },
  {
    source: 'web-shop',
    versions: ['5.14.0'],
    event: 'Products Searched',
    spoil: (b) => without(b, 'results_count'),
  },
  {
    source: 'web-shop',
    versions: ['5.13.2'],
    event: 'Signed Up',
    spoil: (b) => ({ ...b, method: 'linkedin' }),
  },
  {
    source: 'web-shop',
    versions: ['5.14.0', '5.13.2'],
    event: 'Product List Viewed',
    spoil: (b) => ({ ...b, products: inEach(b.products, (line) => ({ ...line, position: 0 })) }),
  },
  {
    source: 'ios-app',
    versions: ['4.1.0', '3.9.2'],
    event: 'Product Viewed',
    spoil: (b) => ({ ...b, price: String(b.price) }),
  },
  {
    source: 'ios-app',
    versions: ['3.9.2'],
    event: 'Order Completed',
    spoil: (b) => ({ ...b, products: inEach(b.products, (line) => without(line, 'quantity')) }),
  },
  {
    source: 'order-server',
    versions: ['2.7.4'],
    event: 'Order Completed',
    spoil: (b) => ({ ...b, order_id: 483_112 }),
  },
  {
    source: 'order-server',
    versions: ['2.7.4'],
    event: 'Shipment Dispatched',
    spoil: (b) => ({ ...b, carrier: 'DHL' }),
  },
]

/** A call that one of the source's known bugs spoilt; null when its plan knows none of the events. */
export const buggyCall = (source: Source, plan: Plan, random: Random): Call | null => {
  const possible = bugs.flatMap((bug) => {
    const rule = plan.shipped.find(({ type, key }) => type === 'TRACK' && key === bug.event)
    return rule && bug.source === source.slug ? [{ bug, rule }] : []
  })
  if (possible.length === 0) return null
  const { bug, rule } = random.pick(possible)
  const call = callOf(source, rule, random.pick(bug.versions), random)
  return { ...call, body: bug.spoil(call.body) }
}
