import type { MemberView } from '@/contracts/person'
import type { Person } from '@/server/ports/person-store'

export const memberView = ({
  id,
  name,
  email,
  role,
  demo,
  active,
  createdAt,
  lastSeenAt,
}: Person): MemberView => ({
  id,
  name,
  email,
  role,
  demo,
  status: active ? 'active' : 'invited',
  createdAt,
  lastSeenAt,
})
