import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listLiveCalls } from '@/server/usecases/live/list-live-calls'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listLiveCalls, listLiveCalls),
})
