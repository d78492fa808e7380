import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { testAlertRule } from '@/server/usecases/alerts/test-alert-rule'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.testAlertRule, testAlertRule),
})
