import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { startConnect } from '@/server/usecases/sources/start-connect'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.connectRoute, startConnect),
})
