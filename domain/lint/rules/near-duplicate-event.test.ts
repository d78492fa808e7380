import { aRule } from '../../plan/a-rule.cases'
import { anEvent, text } from '../an-event.cases'
import { finds, type LintCase } from '../finds.cases'

const named = (...names: string[]) => names.map((name) => anEvent(name, { a: text }))
const both = (one: string, other: string): LintCase => [
  `${one} and ${other}`,
  named(one, other),
  [one, other],
]
const neither = (...names: string[]): LintCase => [names.join(' and '), named(...names), []]

finds('near-duplicate-event', [
  [
    'case, spacing and plural',
    named('Order Completed', 'order_completed', 'Orders  Completed', 'Cart Viewed'),
    ['Order Completed', 'order_completed', 'Orders  Completed'],
  ],
  both('Category Viewed', 'Categories Viewed'),
  both('Box Packed', 'Boxes Packed'),
  both('Order Completed', 'Order Complted'),
  both('Order Completed', 'Order Compelted'),
  both('Card Authorized', 'Card Authorised'),
  both('Order Canceled', 'Order Cancelled'),
  neither('Cart Viewed', 'Card Viewed'),
  neither('Door Locked', 'Door Blocked'),
  neither('Checkout1 Done', 'Checkout2 Done'),
  neither('Contact Created', 'Contract Created'),
  [
    'words that each stand in several names',
    named('Session Stared', 'Product Stared', 'Session Started', 'Video Started'),
    [],
  ],
  ['versions of one event', [...named('Order Completed'), aRule('Order Completed', '{}', 'TRACK', 2)], []],
])
