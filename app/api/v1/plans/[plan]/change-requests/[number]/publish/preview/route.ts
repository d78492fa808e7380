import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { previewPublish } from '@/server/usecases/change-requests/preview-publish'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.previewPublish, previewPublish),
})
