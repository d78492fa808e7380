import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { saveEdits } from '@/server/usecases/change-requests/save-edits'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route(operations.saveEdits, saveEdits),
})
