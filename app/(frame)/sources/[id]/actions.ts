'use server'
import { defineAction } from '@/app/_entry/define-action'
import { CreateEndpoint } from '@/contracts/endpoint'
import { RoutePlace } from '@/contracts/source'
import { startConnect } from '@/server/usecases/sources/start-connect'
import { startDisconnect } from '@/server/usecases/sources/start-disconnect'
import { testRoute as runTest } from '@/server/usecases/sources/test-route'
import { createEndpoint as runCreate } from '@/server/usecases/violations/create-endpoint'

export const connectRoute = defineAction(RoutePlace, startConnect)
export const disconnectRoute = defineAction(RoutePlace, startDisconnect)
export const createEndpoint = defineAction(CreateEndpoint, runCreate)
export const testRoute = defineAction(RoutePlace, runTest)
