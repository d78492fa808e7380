import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { publishChangeRequest } from '@/server/usecases/change-requests/publish-change-request'
import { unschedulePublish } from '@/server/usecases/publish-queue/unschedule-publish'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.publishChangeRequest, publishChangeRequest),
  DELETE: route(operations.unschedulePublish, unschedulePublish),
})
