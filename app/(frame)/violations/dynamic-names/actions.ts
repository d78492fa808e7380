'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { ProposeFamily } from '@/contracts/event-family'
import { proposeEventFamily } from '@/server/usecases/event-families/propose-event-family'

export const propose = defineAction(
  z.object({ plan: z.string() }).extend(ProposeFamily.shape),
  proposeEventFamily,
)
