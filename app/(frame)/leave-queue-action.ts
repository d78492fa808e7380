'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { unschedulePublish } from '@/server/usecases/publish-queue/unschedule-publish'

/** For every screen that shows what waits to be published; whole requests stay on the server. */
export const leaveQueue = defineAction(
  z.object({ plan: z.string(), number: z.int().min(1) }),
  async (ctx, name) => {
    await unschedulePublish(ctx, name)
    return null
  },
)
