import { anEvent, text } from '../an-event.cases'
import { finds, type LintCase } from '../finds.cases'

const named = (...names: string[]) => names.map((name) => anEvent(name, { a: text }))
const all = (...names: string[]): LintCase => [names.join(', '), named(...names), names]
const none = (...names: string[]): LintCase => [names.join(', '), named(...names), []]

finds('property-as-event', [
  all('Blue Button Clicked', 'Red Button Clicked'),
  all('Checkout Step 1 Completed', 'Checkout Step 2 Completed'),
  all('Home Page Viewed', 'Cart Page Viewed', 'Help Page Viewed'),
  none('Product List Viewed', 'Order List Viewed'),
  none('Order Completed', 'Trip Completed', 'Call Completed'),
  none('Blue Button Clicked', 'Button Clicked'),
])
