import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { startDisconnect } from '@/server/usecases/sources/start-disconnect'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.disconnectRoute, startDisconnect),
})
