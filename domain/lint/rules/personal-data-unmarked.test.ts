import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('personal-data-unmarked', [
  [
    'by name',
    [anEvent('A', { email: text, firstName: text, customer_email: text, home_address: text })],
    [
      'A /properties/email',
      'A /properties/firstName',
      'A /properties/customer_email',
      'A /properties/home_address',
    ],
  ],
  [
    'by format',
    [anEvent('A', { reply_to: { ...text, format: 'email' }, from: { format: 'ipv4' } })],
    ['A /properties/reply_to', 'A /properties/from'],
  ],
  [
    'an address is told once, with what it holds',
    [anEvent('A', { address: { properties: { postal_code: text, street: text } } })],
    ['A /properties/address'],
  ],
  [
    'marked by a label or in words',
    [
      anEvent('A', {
        email: { labels: { pii: 'yes' } },
        phone: { description: 'Personal data: E.164' },
        ip: { labels: { class: 'PII' } },
      }),
    ],
    [],
  ],
  [
    'marked as a whole',
    [anEvent('A', { address: { labels: { pii: 'yes' }, properties: { postal_code: text } } })],
    [],
  ],
  [
    'a count, a flag, a thing',
    [
      anEvent('A', {
        email_count: text,
        email_sent: text,
        product_name: text,
        email: { type: ['boolean', 'null'] },
        phone_model: text,
      }),
    ],
    [],
  ],
])
