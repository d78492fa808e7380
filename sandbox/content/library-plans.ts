import { currency, price, productId, quantity } from '@/sandbox/content/fields'
import { text } from '@/sandbox/content/node'
import { event, type RuleDraft } from '@/sandbox/content/rule-draft'

/** Events that plans may import. */
export const eventLibrary: RuleDraft[] = [
  event('Application Opened', 'The app came to the front.', { version: text('Version of the app') }),
  event('Signed In', 'Somebody signed in.', { 'method!': text('How') }),
]

/** Properties that plans may import. */
export const propertyLibrary: RuleDraft[] = [
  event('Commerce', 'Money and products.', { currency, price, product_id: productId, quantity }),
]
