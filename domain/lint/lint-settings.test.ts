import { expect, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import { lint, type Severities } from './lint'
import { withSeverities } from './lint-settings'

test('findings seen afterwards with other severities are those that lint finds with them at once', () => {
  const rules = [aRule('order_done', { type: 'object' }), aRule('Order Done', { type: 'object' })]
  const severities: Severities = {
    'missing-description': 'off',
    'missing-owner': 'error',
    'event-casing': 'info',
  }
  expect(lint(rules).map(({ id }) => id)).toContain('missing-description')
  expect(withSeverities(lint(rules), severities)).toEqual(lint(rules, severities))
})
