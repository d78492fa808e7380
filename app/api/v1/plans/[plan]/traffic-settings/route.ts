import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readTrafficSettings } from '@/server/usecases/traffic/read-traffic-settings'
import { saveTrafficSettings } from '@/server/usecases/traffic/save-traffic-settings'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readTrafficSettings, readTrafficSettings),
  PUT: route(operations.saveTrafficSettings, saveTrafficSettings),
})
