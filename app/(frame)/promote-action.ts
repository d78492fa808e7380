'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { Promote } from '@/contracts/target'
import { promote as run } from '@/server/usecases/targets/promote'

/** For every screen that shows stages. */
export const promote = defineAction(z.object({ plan: z.string(), id: z.string() }).extend(Promote.shape), run)
