import { expect, test } from 'vitest'
import { defaultPolicy } from '@/domain/review/policy'
import { labelOfText, labelText, policyWords } from './policy-words'

test('the policy that every plan begins with takes two sentences', () => {
  expect(policyWords(defaultPolicy, [])).toEqual([
    'A change takes the approval of one person who wrote none of it.',
    'Nobody publishes without the approvals.',
  ])
})

test('all that a policy asks for is said', () => {
  const label = { name: 'team', value: 'checkout' }
  expect(
    policyWords(
      {
        approvals: 2,
        breaking: 3,
        unknown: 2,
        personalData: 4,
        consumerAffecting: 5,
        documentation: 0,
        authorsMayApprove: true,
        ownerships: [
          { name: 'Checkout', type: 'TRACK', key: 'Order *', label, group: 'g' },
          { name: 'All', type: null, key: null, label: null, group: 'x' },
        ],
        bypassRoles: ['steward', 'admin'],
        windows: [{ days: ['mon', 'fri'], from: '09:00', to: '12:30', timeZone: 'Europe/Berlin' }],
        freezes: [{ from: '2026-11-26T23:00:00Z', to: '2026-12-01T00:00:00Z', reason: 'Sale' }],
      },
      [{ id: 'g', name: 'Order owners' }],
    ),
  ).toEqual([
    'A change takes the approval of 2 people, who may have written it.',
    'A change that breaks senders or readers takes 3 people.',
    'A change that breaks readers, or of which nobody can tell, takes 5 people.',
    'A change of personal data takes 4 people.',
    'A change of words and labels only takes no approval.',
    'Checkout (TRACK rules, called Order *, labelled team=checkout) takes one of Order owners.',
    'All (everything) takes one of a group that is gone.',
    'It is published Mon, Fri from 09:00 to 12:30 (Europe/Berlin).',
    'Nothing is published from 2026-11-26 23:00 UTC to 2026-12-01 00:00 UTC: Sale.',
    'Stewards and admins may publish without the approvals, with a reason.',
  ])
})

test.each(['', 'team', 'team=', 'team=checkout', 'a=b=c'])('the label "%s" reads as it was typed', (text) =>
  expect(labelText(labelOfText(text))).toBe(text),
)
