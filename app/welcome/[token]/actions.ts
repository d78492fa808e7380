'use server'
import { definePublicAction } from '@/app/_entry/define-action'
import { AcceptInvite } from '@/contracts/invite'
import { acceptInvite as accept } from '@/server/usecases/people/accept-invite'

export const acceptInvite = definePublicAction(AcceptInvite, accept)
