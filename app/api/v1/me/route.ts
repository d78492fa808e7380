import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readMe } from '@/server/usecases/people/read-me'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readMe, readMe),
})
