'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, FlaskConical, Link2, MailQuestion, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { MemberView } from '@/contracts/person'
import { failureText } from '../data/failure-text'
import { failureOf } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { RelativeTime } from '../ui/relative-time'
import { Select } from '../ui/select'
import { Status } from '../ui/status'
import { Td } from '../ui/table'
import { toast } from '../ui/toast'
import { Confirm } from './confirm'
import { LinkToHandOver } from './link-to-hand-over'
import type { MemberActions } from './member-actions'
import { roleOptions, roleWord } from './role-options'

type MemberRowProps = {
  readonly member: MemberView
  readonly isMe: boolean
  /** Null for whoever may only look. */
  readonly actions: MemberActions | null
}

export const MemberRow = ({ member, isMe, actions }: MemberRowProps) => (
  <tr>
    <Td className="sm:min-w-48">
      <span className="flex items-start gap-2.5">
        <Avatar name={member.name} className="mt-0.5 max-sm:hidden" />
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-1.5 font-medium">
            {member.name}
            {isMe ? <span className="font-normal text-ink-3">you</span> : null}
            {member.status === 'invited' ? (
              <span className="font-normal text-warn text-xs sm:hidden">invited</span>
            ) : null}
            {member.demo ? (
              <Badge tone="warn" icon={FlaskConical}>
                Demo
              </Badge>
            ) : null}
          </span>
          <span className="text-ink-3 text-xs [overflow-wrap:anywhere]">{member.email}</span>
        </span>
      </span>
    </Td>
    <Td className="w-40">
      {actions ? <RoleSelect member={member} actions={actions} /> : roleWord(member.role)}
    </Td>
    <Td className="max-sm:hidden">
      {member.status === 'active' ? (
        <Status tone="good" icon={CircleCheck}>
          Active
        </Status>
      ) : (
        <Status tone="warn" icon={MailQuestion}>
          Invited
        </Status>
      )}
    </Td>
    <Td className="whitespace-nowrap text-ink-2 max-sm:hidden">
      {member.lastSeenAt ? <RelativeTime at={member.lastSeenAt} /> : 'never'}
    </Td>
    {actions ? (
      <Td className="py-1 text-right">
        <MemberWays member={member} isMe={isMe} actions={actions} />
      </Td>
    ) : null}
  </tr>
)

const RoleSelect = ({
  member,
  actions,
}: {
  readonly member: MemberView
  readonly actions: MemberActions
}) => {
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (role: MemberView['role']) => unwrapAction(actions.changeMember({ id: member.id, role })),
    onSuccess: ({ name, role }) => toast.success(`${name} is ${roleWord(role).toLowerCase()} from now on`),
    onError: (error) => {
      const { title, todo } = failureText(failureOf(error))
      toast.error(title, { description: todo })
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['members'] }),
        queries.invalidateQueries({ queryKey: ['frame'] }),
      ]),
  })
  return (
    <Select
      size="sm"
      label={`Role of ${member.name}`}
      value={change.isPending ? (change.variables ?? member.role) : member.role}
      onValueChange={(role) => change.mutate(role)}
      options={roleOptions}
      disabled={change.isPending}
      className="w-32"
    />
  )
}

type MemberWaysProps = {
  readonly member: MemberView
  readonly isMe: boolean
  readonly actions: MemberActions
}

const MemberWays = ({ member, isMe, actions }: MemberWaysProps) => {
  const queries = useQueryClient()
  const [url, setUrl] = useState<string | null>(null)
  const isActive = member.status === 'active'
  return (
    <span className="inline-flex gap-1">
      <Confirm
        danger={false}
        trigger={(open) => (
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`New link for ${member.name}`}
            title={isActive ? 'Link to set a new password' : 'New invitation link'}
            icon={<Link2 aria-hidden="true" />}
            onClick={open}
          />
        )}
        title={isActive ? `Let ${member.name} set a new password?` : `Make a new link for ${member.name}?`}
        description={
          isActive
            ? 'You get a link to hand over. The present password works until the link is used. A link made before stops working.'
            : 'You get a link to hand over. The link made before stops working.'
        }
        confirm="Make the link"
        run={async () => setUrl((await unwrapAction(actions.renewInvite({ id: member.id }))).inviteUrl)}
      />
      {isMe ? null : (
        <Confirm
          trigger={(open) => (
            <Button
              size="icon-sm"
              variant="ghost"
              aria-label={`Remove ${member.name}`}
              title="Remove"
              icon={<Trash2 aria-hidden="true" />}
              onClick={open}
            />
          )}
          title={`Remove ${member.name}?`}
          description="They are signed out at once and their API tokens stop working. What they did keeps their name; their open change requests stay."
          confirm="Remove"
          run={async () => {
            await unwrapAction(actions.removeMember({ id: member.id }))
            toast.success(`${member.name} has no access any more`)
            await queries.invalidateQueries({ queryKey: ['members'] })
          }}
        />
      )}
      <LinkToHandOver
        open={url !== null}
        onOpenChange={() => setUrl(null)}
        title={`A link for ${member.name}`}
        url={url ?? ''}
      />
    </span>
  )
}
