import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { importCalls } from '@/server/usecases/traffic/import-calls'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.importCalls, importCalls),
})
