import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { resumePublish } from '@/server/usecases/change-requests/resume-publish'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.resumePublish, resumePublish),
})
