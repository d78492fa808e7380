'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { SaveLintSettings } from '@/contracts/lint-settings'
import { saveLintSettings as runSave } from '@/server/usecases/lint/save-lint-settings'

const OfPlan = z.object({ plan: z.string() })

export const saveLintSettings = defineAction(OfPlan.extend(SaveLintSettings.shape), runSave)
