import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { deleteBoardFilter } from '@/server/usecases/violations/delete-board-filter'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(operations.deleteBoardFilter, deleteBoardFilter),
})
