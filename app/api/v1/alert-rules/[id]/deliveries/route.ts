import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listAlertDeliveries } from '@/server/usecases/alerts/list-alert-deliveries'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listAlertDeliveries, listAlertDeliveries),
})
