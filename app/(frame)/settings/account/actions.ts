'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { SaveDigest } from '@/contracts/digest'
import { saveDigest as runSaveDigest } from '@/server/usecases/digests/save-digest'
import { endOtherSessions as runEndOthers } from '@/server/usecases/people/end-other-sessions'
import { endSession as runEnd } from '@/server/usecases/people/end-session'

export const endSession = defineAction(z.object({ id: z.string() }), runEnd)
export const endOtherSessions = defineAction(z.object({}), runEndOthers)
export const saveDigest = defineAction(SaveDigest, runSaveDigest)
