import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readImpact } from '@/server/usecases/replay/read-impact'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readImpact, readImpact),
})
