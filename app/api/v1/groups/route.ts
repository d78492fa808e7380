import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { createGroup } from '@/server/usecases/policies/create-group'
import { listGroups } from '@/server/usecases/policies/list-groups'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listGroups, listGroups),
  POST: route(operations.createGroup, createGroup),
})
