import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readDrift } from '@/server/usecases/drift/read-drift'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readDrift, readDrift),
})
