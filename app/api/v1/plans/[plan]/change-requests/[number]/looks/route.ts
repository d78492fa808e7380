import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { markLooked } from '@/server/usecases/reviewing/mark-looked'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.markLooked, markLooked),
})
