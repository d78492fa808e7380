import { z } from 'zod'
import {
  AlertDeliveryView,
  AlertRuleKept,
  AlertRuleView,
  AlertTested,
  ChangeAlertRule,
  CreateAlertRule,
} from '../alert'
import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'

export const alertOperations = {
  listAlertRules: operation({
    method: 'GET',
    path: '/alert-rules',
    summary: 'Who is told of what about violations, without addresses and secrets',
    needs: 'manage-alerts',
    query: ListQuery.extend({ workspace: z.string().max(100).optional() }),
    answer: listOf(AlertRuleView),
    status: 200,
  }),
  createAlertRule: operation({
    method: 'POST',
    path: '/alert-rules',
    summary: 'A new alert rule; the secret of a webhook is shown this once',
    needs: 'manage-alerts',
    body: CreateAlertRule,
    answer: AlertRuleKept,
    status: 201,
  }),
  changeAlertRule: operation({
    method: 'PUT',
    path: '/alert-rules/{id}',
    summary: 'Replace an alert rule, pause it, or let it go on',
    needs: 'manage-alerts',
    body: ChangeAlertRule,
    answer: AlertRuleKept,
    status: 200,
  }),
  deleteAlertRule: operation({
    method: 'DELETE',
    path: '/alert-rules/{id}',
    summary: 'Take an alert rule away, with what it has sent',
    needs: 'manage-alerts',
    answer: z.null(),
    status: 204,
  }),
  testAlertRule: operation({
    method: 'POST',
    path: '/alert-rules/{id}/test',
    summary: 'Send a sample now, and tell what the other side said',
    needs: 'manage-alerts',
    answer: AlertTested,
    status: 200,
  }),
  listAlertDeliveries: operation({
    method: 'GET',
    path: '/alert-rules/{id}/deliveries',
    summary: 'The newest alerts of a rule, and what came of them',
    needs: 'manage-alerts',
    query: ListQuery,
    answer: listOf(AlertDeliveryView),
    status: 200,
  }),
} as const
