import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listJobs } from '@/server/usecases/jobs/list-jobs'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listJobs, listJobs),
})
