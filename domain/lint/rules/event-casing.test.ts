import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

const named = (...names: string[]) => names.map((name) => anEvent(name, { a: text }))

finds('event-casing', [
  [
    'the odd one out',
    named('Order Made', 'Cart Seen', 'Page Left', 'order_paid', 'clicked', 'Cart seen'),
    ['order_paid', 'clicked', 'Cart seen'],
  ],
  [
    'snake case',
    named('order_made', 'cart_seen', 'page_left', 'Order Paid', 'orderPaid', 'clicked'),
    ['Order Paid', 'orderPaid'],
  ],
  ['no usual way', named('Order Made', 'order_paid'), []],
  ['one large word is a title, too', named('Order Made', 'Cart Seen', 'Page Left', 'Clicked'), []],
  [
    'signs and small words in titles',
    named(
      'Order Made',
      'Cart Seen',
      'Page Left',
      'Checkout: Step #2 Done',
      "Today's Offer Seen",
      'Product Added to Cart',
      'Sign-Up Done',
      'FAQ Opened',
      'Ärger Gemeldet',
    ),
    [],
  ],
])
