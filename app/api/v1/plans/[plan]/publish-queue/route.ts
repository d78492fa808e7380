import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readPublishQueue } from '@/server/usecases/publish-queue/read-publish-queue'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readPublishQueue, readPublishQueue),
})
