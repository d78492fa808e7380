import type { ChangeMember, InviteMember, MemberInvited, MemberView } from '@/contracts/person'
import type { Action } from '../data/action'

type Id = { readonly id: string }

export type MemberActions = {
  readonly inviteMember: Action<InviteMember, MemberInvited>
  readonly renewInvite: Action<Id, MemberInvited>
  readonly changeMember: Action<ChangeMember & Id, MemberView>
  readonly removeMember: Action<Id, null>
}
