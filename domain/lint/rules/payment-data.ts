import { wordsOf } from '../../plan/words'
import { isFlag } from '../is-flag'
import type { LintRule } from '../lint-rule'

export const paymentData: LintRule = {
  id: 'payment-data',
  title: 'No payment data in events',
  why: 'Card and account numbers must not reach analytics tools at all.',
  check: ({ propertiesNamed }, found) =>
    propertiesNamed((name) => payment.test(wordsOf(name).join(' ')))
      .filter(({ schema }) => !isFlag(schema))
      .map((property) => found(property, `"${property.name}" looks like payment data. Do not send it.`)),
}

const payment =
  /^((credit|debit|payment|bank) )?(card (number|no|num)|card pan|pan)$|^(card )?(cvv|cvc|cvn|csc)( ?\d)?( code)?$|^(card )?security code$|^((customer|user|bank|billing|payout) )?(iban|bank account( (number|no))?)$|^(sort code|routing number|card (expiry|expiration)( (date|month|year))?|card pin)$/
