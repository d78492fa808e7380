import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

const named = (...names: string[]) => names.map((name) => anEvent(name, { a: text }))

finds('object-action-name', [
  ['one word', named('Clicked', 'Order'), ['Clicked', 'Order']],
  [
    'no action',
    named('Order Page', 'News Feed', 'Checkout Need'),
    ['Order Page', 'News Feed', 'Checkout Need'],
  ],
  [
    'the action first',
    named('Completed Order', 'Viewed Product Page'),
    ['Completed Order', 'Viewed Product Page'],
  ],
  [
    'object and action, in any casing',
    named('Order Completed', 'Email Sent', 'order_completed', 'orderCompleted', 'Account Agreed'),
    [],
  ],
  [
    'what leads on from the action',
    named('Product Added To Wishlist', 'Link Clicked in Email', 'Trip Checked Out'),
    [],
  ],
  ['actions that need no object', named('Signed Up', 'Logged Out'), []],
])
