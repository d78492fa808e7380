'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { RepairRules } from '@/contracts/repair'
import { startSync as run } from '@/server/usecases/plans/start-sync'
import { repairRules } from '@/server/usecases/repairs/repair-rules'

export const repair = defineAction(RepairRules.extend({ plan: z.string() }), repairRules)

export const startSync = defineAction(z.object({ plan: z.string() }), run)
