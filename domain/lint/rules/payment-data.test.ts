import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('payment-data', [
  [
    'numbers of cards and accounts',
    [
      anEvent('A', {
        card_number: text,
        cvv: text,
        IBAN: text,
        creditCardNumber: text,
        bank_account_number: text,
      }),
    ],
    [
      'A /properties/card_number',
      'A /properties/cvv',
      'A /properties/IBAN',
      'A /properties/creditCardNumber',
      'A /properties/bank_account_number',
    ],
  ],
  [
    'what is known of a card',
    [
      anEvent('A', {
        card_type: text,
        card_last_four: text,
        gift_card: text,
        account_number_of_seats: text,
        pan_direction: text,
      }),
    ],
    [],
  ],
  ['whether there is one', [anEvent('A', { card_number: { type: 'boolean' } })], []],
])
