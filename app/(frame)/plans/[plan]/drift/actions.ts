'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { ResolveDrift } from '@/contracts/drift'
import { resolveDrift as runResolveDrift } from '@/server/usecases/drift/resolve-drift'
import { startSync as runStartSync } from '@/server/usecases/plans/start-sync'

const Place = z.object({ plan: z.string() })

export const resolveDrift = defineAction(Place.extend(ResolveDrift.shape), runResolveDrift)
export const startSync = defineAction(Place, runStartSync)
