import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { createAlertRule } from '@/server/usecases/alerts/create-alert-rule'
import { listAlertRules } from '@/server/usecases/alerts/list-alert-rules'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listAlertRules, listAlertRules),
  POST: route(operations.createAlertRule, createAlertRule),
})
