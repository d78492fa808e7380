import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listDisagreements } from '@/server/usecases/traffic/list-disagreements'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listDisagreements, listDisagreements),
})
