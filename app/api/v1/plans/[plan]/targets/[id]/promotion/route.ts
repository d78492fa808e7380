import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { previewPromotion } from '@/server/usecases/targets/preview-promotion'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.previewPromotion, previewPromotion),
})
