import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { startReplay } from '@/server/usecases/replay/start-replay'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.startReplay, startReplay),
})
