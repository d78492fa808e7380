import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { cancelJob } from '@/server/usecases/jobs/cancel-job'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.cancelJob, cancelJob),
})
