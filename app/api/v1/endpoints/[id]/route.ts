import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { deleteEndpoint } from '@/server/usecases/violations/delete-endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(operations.deleteEndpoint, deleteEndpoint),
})
