import { channel, currency, orderId, price, productId } from '@/sandbox/content/fields'
import { flag, listOf, number, object, oneOf, orNull, text, whole } from '@/sandbox/content/node'
import { event, ownedBy, type RuleDraft, screen, traits } from '@/sandbox/content/rule-draft'

const build = { version: text('Version of the app'), build: whole('Build number') }

/** The app's own plan: small, made in Segment's editor for the most part. */
export const mobilePlan: RuleDraft[] = [
  ...ownedBy('mobile', [
    event('Product Viewed', 'A product screen was opened.', {
      'product_id!': productId,
      'name!': text('Name'),
      'price!': price,
      'currency!': currency,
    }),
    event(
      'Application Opened',
      'The app came to the front.',
      { ...build, from_background: flag('It was running already') },
      { isFromUi: true },
    ),
    event('Application Installed', 'The app was started for the first time.', build, { isFromUi: true }),
    event(
      'Application Updated',
      'The app was updated.',
      { ...build, previous_version: text('Version before') },
      { isFromUi: true },
    ),
    event('Barcode Scanned', 'A barcode was scanned in the shop.', {
      'barcode!': text('The code'),
      'found!': flag('Whether we know the product'),
    }),
    event('Push Notification Tapped', 'A push message was tapped.', {
      'campaign_id!': text('Campaign id'),
      channel,
      deep_link: orNull(text('Where it leads')),
    }),
    event('Order Completed', 'An order was placed in the app.', {
      'order_id!': orderId,
      'total!': number('What the customer pays', { minimum: 0 }),
      'currency!': currency,
      'products!': listOf(
        object({ 'product_id!': productId, 'price!': price, 'quantity!': whole('Pieces', { minimum: 1 }) }),
        'Lines',
      ),
    }),
    event('Biometric Sign In Enabled', 'Face or finger instead of a password.', {
      'kind!': oneOf('Which', 'face', 'fingerprint'),
    }),
    event('Crash Reported', 'The app crashed last time.', {
      'reason!': text('Signal or exception'),
      fatal: flag('Whether it ended'),
    }),
  ]),
  screen('Home', 'The first screen was shown.', { 'tab!': oneOf('Which tab', 'shop', 'search', 'account') }),
  traits('IDENTIFY', 'What is known about a customer.', {
    'email!': text('Mail address', { format: 'email' }),
    push_enabled: flag('Whether push messages are allowed'),
  }),
]
