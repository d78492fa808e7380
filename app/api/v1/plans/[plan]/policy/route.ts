import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readPolicy } from '@/server/usecases/policies/read-policy'
import { savePolicy } from '@/server/usecases/policies/save-policy'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readPolicy, readPolicy),
  PUT: route(operations.savePolicy, savePolicy),
})
