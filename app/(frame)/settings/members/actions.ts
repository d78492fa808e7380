'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { ChangeMember, InviteMember } from '@/contracts/person'
import { changeMember as runChange } from '@/server/usecases/people/change-member'
import { inviteMember as runInvite } from '@/server/usecases/people/invite-member'
import { removeMember as runRemove } from '@/server/usecases/people/remove-member'
import { renewInvite as runRenew } from '@/server/usecases/people/renew-invite'

const Id = z.object({ id: z.string() })

export const inviteMember = defineAction(InviteMember, runInvite)
export const renewInvite = defineAction(Id, runRenew)
export const changeMember = defineAction(ChangeMember.extend(Id.shape), runChange)
export const removeMember = defineAction(Id, runRemove)
