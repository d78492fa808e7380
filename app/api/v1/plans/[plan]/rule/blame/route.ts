import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readRuleBlame } from '@/server/usecases/plans/read-rule-blame'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readRuleBlame, readRuleBlame),
})
