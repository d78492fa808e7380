import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readSource } from '@/server/usecases/sources/read-source'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readSource, readSource),
})
