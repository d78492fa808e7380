'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { SaveTrafficSettings } from '@/contracts/traffic'
import { saveTrafficSettings as runSave } from '@/server/usecases/traffic/save-traffic-settings'

const OfPlan = z.object({ plan: z.string() })

export const saveTrafficSettings = defineAction(OfPlan.extend(SaveTrafficSettings.shape), runSave)
