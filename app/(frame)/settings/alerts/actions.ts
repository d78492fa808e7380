'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { ChangeAlertRule, CreateAlertRule } from '@/contracts/alert'
import { changeAlertRule as runChange } from '@/server/usecases/alerts/change-alert-rule'
import { createAlertRule as runCreate } from '@/server/usecases/alerts/create-alert-rule'
import { deleteAlertRule as runDelete } from '@/server/usecases/alerts/delete-alert-rule'
import { testAlertRule as runTest } from '@/server/usecases/alerts/test-alert-rule'

const Id = z.object({ id: z.string() })

export const createAlertRule = defineAction(CreateAlertRule, runCreate)
export const changeAlertRule = defineAction(Id.and(ChangeAlertRule), runChange)
export const deleteAlertRule = defineAction(Id, runDelete)
export const testAlertRule = defineAction(Id, runTest)
