'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { FixViolation } from '@/contracts/fix'
import { fixViolation } from '@/server/usecases/fixes/fix-violation'

export const fix = defineAction(z.object({ id: z.string() }).extend(FixViolation.shape), fixViolation)
