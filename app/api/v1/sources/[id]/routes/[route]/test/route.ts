import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { testRoute } from '@/server/usecases/sources/test-route'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.testRoute, testRoute),
})
