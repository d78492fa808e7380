import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { changeAlertRule } from '@/server/usecases/alerts/change-alert-rule'
import { deleteAlertRule } from '@/server/usecases/alerts/delete-alert-rule'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route(operations.changeAlertRule, changeAlertRule),
  DELETE: route(operations.deleteAlertRule, deleteAlertRule),
})
