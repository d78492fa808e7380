import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { addTarget } from '@/server/usecases/targets/add-target'
import { listTargets } from '@/server/usecases/targets/list-targets'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listTargets, listTargets),
  POST: route(operations.addTarget, addTarget),
})
