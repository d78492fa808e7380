'use server'
import { defineAction } from '@/app/_entry/define-action'
import { RoutePlace } from '@/contracts/source'
import { startConnect } from '@/server/usecases/sources/start-connect'
import { startDisconnect } from '@/server/usecases/sources/start-disconnect'
import { testRoute as runTest } from '@/server/usecases/sources/test-route'

export const connectRoute = defineAction(RoutePlace, startConnect)
export const disconnectRoute = defineAction(RoutePlace, startDisconnect)
export const testRoute = defineAction(RoutePlace, runTest)
