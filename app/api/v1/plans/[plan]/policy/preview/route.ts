import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { previewPolicy } from '@/server/usecases/policies/preview-policy'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.previewPolicy, previewPolicy),
})
