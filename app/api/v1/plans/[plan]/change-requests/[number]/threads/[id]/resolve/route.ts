import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { resolveThread } from '@/server/usecases/conversation/settle-thread'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.resolveThread, resolveThread),
})
