'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { CreateChangeRequest, SaveEdits } from '@/contracts/change-request'
import { RepairRules } from '@/contracts/repair'
import { createChangeRequest as create } from '@/server/usecases/change-requests/create-change-request'
import { saveEdits as save } from '@/server/usecases/change-requests/save-edits'
import { repairRules } from '@/server/usecases/repairs/repair-rules'

export const createChangeRequest = defineAction(CreateChangeRequest.extend({ plan: z.string() }), create)

export const repair = defineAction(RepairRules.extend({ plan: z.string() }), repairRules)

export const saveEdits = defineAction(
  SaveEdits.extend({ plan: z.string(), number: z.number().int().positive() }),
  save,
)
