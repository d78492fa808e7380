import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { countBoard } from '@/server/usecases/violations/count-board'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.countBoard, countBoard),
})
