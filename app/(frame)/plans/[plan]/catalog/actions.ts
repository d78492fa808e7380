'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { startSync as run } from '@/server/usecases/plans/start-sync'

export const startSync = defineAction(z.object({ plan: z.string() }), run)
