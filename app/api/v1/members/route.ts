import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { inviteMember } from '@/server/usecases/people/invite-member'
import { listMembers } from '@/server/usecases/people/list-members'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listMembers, listMembers),
  POST: route(operations.inviteMember, inviteMember),
})
