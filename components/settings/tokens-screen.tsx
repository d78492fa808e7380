'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus, Trash2 } from 'lucide-react'
import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import type { TokenView } from '@/contracts/person'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { unwrapAction } from '../data/unwrap-action'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { Select } from '../ui/select'
import { SkeletonRows } from '../ui/skeleton'
import { Table, Td, Th } from '../ui/table'
import { toast } from '../ui/toast'
import { Confirm } from './confirm'
import { MintDialog } from './mint-dialog'
import { membersQuery, tokensQuery } from './settings-queries'
import type { TokenActions } from './token-actions'

/** Tokens for programs: one's own, and for administrators anybody's. */
export const TokensScreen = ({ actions }: { readonly actions: TokenActions }) => {
  const { data: frame } = useQuery(frameQuery())
  const { data: members } = useQuery(membersQuery())
  const mayAny = useCan('manage-any-tokens')
  const [member, setMember] = useQueryState('member', parseAsString)
  const [dialog, setDialog] = useState({ open: false, count: 0 })
  const me = frame?.me.id ?? ''
  const ownerId = (mayAny ? member : null) ?? me
  const owner = {
    id: ownerId,
    name: members?.data.find(({ id }) => id === ownerId)?.name ?? '',
    isMe: ownerId === me,
  }
  return (
    <>
      <PageHeader
        title="API tokens"
        actions={
          <>
            {mayAny && members ? (
              <Select
                label="Whose tokens"
                value={ownerId}
                onValueChange={(id) => setMember(id === me ? null : id)}
                options={members.data.map(({ id, name }) => ({
                  value: id,
                  label: id === me ? `${name} (you)` : name,
                }))}
                className="w-auto min-w-36"
              />
            ) : null}
            <Button
              variant="primary"
              icon={<Plus aria-hidden="true" />}
              onClick={() => setDialog(({ count }) => ({ open: true, count: count + 1 }))}
            >
              New token
            </Button>
          </>
        }
      />
      <TokenList ownerId={ownerId} revoke={actions.revokeToken} />
      <MintDialog
        key={`${dialog.count} ${ownerId}`}
        open={dialog.open}
        onOpenChange={(open) => setDialog(({ count }) => ({ open, count }))}
        owner={owner}
        mint={actions.mintToken}
      />
    </>
  )
}

type TokenListProps = { readonly ownerId: string; readonly revoke: TokenActions['revokeToken'] }

const TokenList = ({ ownerId, revoke }: TokenListProps) => {
  const { data, error, refetch } = useQuery(tokensQuery(ownerId))
  if (error) return <FailureNote error={error} onRetry={() => refetch()} />
  if (!data) return <SkeletonRows label="Reading the tokens" />
  if (data.data.length === 0)
    return (
      <EmptyState icon={KeyRound} title="No token yet">
        Programs use a token instead of signing in: for the REST interface and the command line.
      </EmptyState>
    )
  return (
    <Table aria-label="API tokens">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Scopes</Th>
          <Th className="max-sm:hidden">Made</Th>
          <Th className="max-sm:hidden">Last used</Th>
          <Th>Ends</Th>
          <Th>
            <span className="sr-only">What can be done</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {data.data.map((token) => (
          <TokenRow key={token.id} token={token} ownerId={ownerId} revoke={revoke} />
        ))}
      </tbody>
    </Table>
  )
}

const TokenRow = ({ token, ownerId, revoke }: TokenListProps & { readonly token: TokenView }) => {
  const queries = useQueryClient()
  return (
    <tr>
      <Td className="font-medium sm:min-w-32">{token.name}</Td>
      <Td>{token.scopes.length === 0 ? 'everything the person may' : token.scopes.join(', ')}</Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <RelativeTime at={token.createdAt} />
        <span className="block text-ink-3 text-xs">by {token.mintedBy}</span>
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        {token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} /> : 'never'}
      </Td>
      <Td className="whitespace-nowrap">
        {token.expiresAt ? <RelativeTime at={token.expiresAt} /> : 'never'}
      </Td>
      <Td className="py-1 text-right">
        <Confirm
          trigger={(open) => (
            <Button
              size="icon-sm"
              variant="ghost"
              aria-label={`Revoke ${token.name}`}
              title="Revoke"
              icon={<Trash2 aria-hidden="true" />}
              onClick={open}
            />
          )}
          title={`Revoke ${token.name}?`}
          description="Whatever uses it is refused from the next request on. It cannot be brought back."
          confirm="Revoke"
          run={async () => {
            await unwrapAction(revoke({ id: ownerId, tokenId: token.id }))
            toast.success(`${token.name} is revoked`)
            await queries.invalidateQueries({ queryKey: ['tokens', ownerId] })
          }}
        />
      </Td>
    </tr>
  )
}
