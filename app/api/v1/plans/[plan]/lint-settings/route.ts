import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readLintSettings } from '@/server/usecases/lint/read-lint-settings'
import { saveLintSettings } from '@/server/usecases/lint/save-lint-settings'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readLintSettings, readLintSettings),
  PUT: route(operations.saveLintSettings, saveLintSettings),
})
