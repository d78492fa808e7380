'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { CreateGroup, PreviewPolicy, SaveGroup, SavePolicy } from '@/contracts/policy'
import { changeGroup as runChange } from '@/server/usecases/policies/change-group'
import { createGroup as runCreate } from '@/server/usecases/policies/create-group'
import { deleteGroup as runDelete } from '@/server/usecases/policies/delete-group'
import { previewPolicy as runPreview } from '@/server/usecases/policies/preview-policy'
import { savePolicy as runSave } from '@/server/usecases/policies/save-policy'

const OfPlan = z.object({ plan: z.string() })
const Id = z.object({ id: z.string() })

export const previewPolicy = defineAction(OfPlan.extend(PreviewPolicy.shape), runPreview)
export const savePolicy = defineAction(OfPlan.extend(SavePolicy.shape), runSave)
export const createGroup = defineAction(CreateGroup, runCreate)
export const changeGroup = defineAction(Id.extend(SaveGroup.shape), runChange)
export const deleteGroup = defineAction(Id, runDelete)
