import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readJob } from '@/server/usecases/jobs/read-job'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readJob, readJob),
})
