import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { importViolations } from '@/server/usecases/violations/import-violations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.importViolations, importViolations),
})
