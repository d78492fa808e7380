'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { verifyAudit as run } from '@/server/usecases/audit/verify-audit'

export const verifyAudit = defineAction(z.object({ head: z.string().max(20_000).optional() }), run)
