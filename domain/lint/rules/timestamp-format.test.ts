import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('timestamp-format', [
  [
    'free text',
    [anEvent('A', { created_at: text, startTime: text, order_date: text, published_on: text })],
    [
      'A /properties/created_at',
      'A /properties/startTime',
      'A /properties/order_date',
      'A /properties/published_on',
    ],
  ],
  [
    'a format, a number, a list of values',
    [
      anEvent('A', {
        created_at: { ...text, format: 'date-time' },
        paid_at: { type: 'number' },
        due_date: { ...text, enum: ['soon'] },
      }),
    ],
    [],
  ],
  [
    'spans and things',
    [
      anEvent('A', {
        wait_time: text,
        clicked_on: text,
        chat: text,
        date: text,
        real_time: text,
        updated: text,
      }),
    ],
    [],
  ],
])
