import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listBoardFilters } from '@/server/usecases/violations/list-board-filters'
import { saveBoardFilter } from '@/server/usecases/violations/save-board-filter'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listBoardFilters, listBoardFilters),
  POST: route(operations.saveBoardFilter, saveBoardFilter),
})
