'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { ChangeTarget, KnownTarget, NewTarget } from '@/contracts/target'
import { addTarget as runAdd } from '@/server/usecases/targets/add-target'
import { changeTarget as runChange } from '@/server/usecases/targets/change-target'
import { removeTarget as runRemove } from '@/server/usecases/targets/remove-target'

const OfPlan = z.object({ plan: z.string() })
const Target = OfPlan.extend({ id: z.string() })

export const addTarget = defineAction(
  z.union([OfPlan.extend(KnownTarget.shape), OfPlan.extend(NewTarget.shape)]),
  runAdd,
)
export const changeTarget = defineAction(Target.extend(ChangeTarget.shape), runChange)
export const removeTarget = defineAction(Target, runRemove)
