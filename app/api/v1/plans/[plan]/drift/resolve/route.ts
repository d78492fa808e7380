import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { resolveDrift } from '@/server/usecases/drift/resolve-drift'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.resolveDrift, resolveDrift),
})
