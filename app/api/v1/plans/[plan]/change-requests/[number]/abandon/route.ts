import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { abandonPublish } from '@/server/usecases/change-requests/abandon-publish'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.abandonPublish, abandonPublish),
})
