import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { rotateEndpoint } from '@/server/usecases/violations/rotate-endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.rotateEndpoint, rotateEndpoint),
})
