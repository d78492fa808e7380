import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readReview } from '@/server/usecases/reviewing/read-review'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readReview, readReview),
})
