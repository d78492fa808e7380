import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { giveReview } from '@/server/usecases/change-requests/give-review'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.giveReview, giveReview),
})
