import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { endOtherSessions } from '@/server/usecases/people/end-other-sessions'
import { listSessions } from '@/server/usecases/people/list-sessions'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listSessions, listSessions),
  DELETE: route(operations.endOtherSessions, endOtherSessions),
})
