import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listMoments } from '@/server/usecases/violations/list-moments'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listMoments, listMoments),
})
