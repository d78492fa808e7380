import type { LintRule } from '../lint-rule'
import { wordsOf } from '../words'

export const paymentData: LintRule = {
  id: 'payment-data',
  title: 'No payment data in events',
  why: 'Card and account numbers must not reach analytics tools at all.',
  severity: 'error',
  check: ({ properties }) =>
    properties
      .filter(({ name }) => payment.test(wordsOf(name).join(' ')))
      .map(({ rule, pointer, name }) => ({ rule, pointer, message: `"${name}" looks like payment data` })),
}

const payment =
  /^((credit|debit) )?card (number|no|num)$|^(cvv|cvc)\d?$|^(iban|bank account( number)?|account number|card expiry)$/
