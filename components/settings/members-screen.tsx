'use client'
import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { PageHeader } from '../ui/page-header'
import { SkeletonRows } from '../ui/skeleton'
import { Table, Th } from '../ui/table'
import { InviteDialog } from './invite-dialog'
import type { MemberActions } from './member-actions'
import { MemberRow } from './member-row'
import { membersQuery } from './settings-queries'

/** Everybody who has access, and what each may do. */
export const MembersScreen = ({ actions }: { readonly actions: MemberActions }) => {
  const { data, error, refetch } = useQuery(membersQuery())
  const { data: frame } = useQuery(frameQuery())
  const mayManage = useCan('manage-members')
  const [dialog, setDialog] = useState({ open: false, count: 0 })
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the members" />
    )
  return (
    <>
      <PageHeader
        title="Members"
        actions={
          mayManage ? (
            <Button
              variant="primary"
              icon={<UserPlus aria-hidden="true" />}
              onClick={() => setDialog(({ count }) => ({ open: true, count: count + 1 }))}
            >
              Invite
            </Button>
          ) : null
        }
      />
      <Table aria-label="Members">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>Role</Th>
            <Th className="max-sm:hidden">State</Th>
            <Th className="max-sm:hidden">Last seen</Th>
            {mayManage ? (
              <Th>
                <span className="sr-only">What can be done</span>
              </Th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {data.data.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isMe={member.id === frame?.me.id}
              actions={mayManage ? actions : null}
            />
          ))}
        </tbody>
      </Table>
      {/* The key forgets the last invitation when the next one begins, not while this one closes. */}
      <InviteDialog
        key={dialog.count}
        open={dialog.open}
        onOpenChange={(open) => setDialog(({ count }) => ({ open, count }))}
        invite={actions.inviteMember}
      />
    </>
  )
}
