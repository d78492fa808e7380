import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listSuggestions } from '@/server/usecases/fixes/list-suggestions'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listSuggestions, listSuggestions),
})
