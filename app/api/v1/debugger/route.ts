import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listLiveSources } from '@/server/usecases/live/list-live-sources'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listLiveSources, listLiveSources),
})
