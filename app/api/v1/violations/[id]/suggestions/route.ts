import { laterRoute } from '@/app/_entry/later-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: laterRoute(operations.listSuggestions),
})
