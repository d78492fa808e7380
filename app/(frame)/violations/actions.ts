'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { SaveBoardFilter, TriageMany } from '@/contracts/board'
import { ChangeViolation } from '@/contracts/violation'
import { SayOfViolation } from '@/contracts/violation-comment'
import { commentOnViolation } from '@/server/usecases/conversation/comment-on-violation'
import { deleteViolationComment } from '@/server/usecases/conversation/delete-violation-comment'
import { editViolationComment } from '@/server/usecases/conversation/edit-violation-comment'
import { changeViolation } from '@/server/usecases/violations/change-violation'
import { deleteBoardFilter } from '@/server/usecases/violations/delete-board-filter'
import { saveBoardFilter } from '@/server/usecases/violations/save-board-filter'
import { triageMany } from '@/server/usecases/violations/triage-many'

const Named = z.object({ id: z.string() })

export const triage = defineAction(TriageMany, triageMany)
export const change = defineAction(Named.extend(ChangeViolation.shape), changeViolation)
export const comment = defineAction(Named.extend(SayOfViolation.shape), commentOnViolation)
export const editComment = defineAction(Named.extend(SayOfViolation.shape), editViolationComment)
export const deleteComment = defineAction(Named, deleteViolationComment)
export const saveFilter = defineAction(SaveBoardFilter, saveBoardFilter)
export const deleteFilter = defineAction(Named, deleteBoardFilter)
