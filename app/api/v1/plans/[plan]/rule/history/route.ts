import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readRuleHistory } from '@/server/usecases/plans/read-rule-history'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readRuleHistory, readRuleHistory),
})
