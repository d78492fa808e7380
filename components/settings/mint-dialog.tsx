'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { tokenScopes } from '@/contracts/person'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { SecretLine } from './secret-line'
import type { TokenActions } from './token-actions'

type Scope = (typeof tokenScopes)[number]

const scopeWords: Readonly<Record<Scope, string>> = {
  read: 'Read plans, requests, violations and jobs',
  propose: 'Propose: write, submit and close change requests',
  review: 'Review: approve and ask for changes',
  publish: 'Publish, settle drift, start a sync',
  admin: 'Administer: members, tokens, workspaces, webhooks',
}

const dayMs = 24 * 3_600_000

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'never', label: 'No end' },
] as const

type Lifetime = (typeof lifetimes)[number]['value']

type MintDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly owner: { readonly id: string; readonly name: string; readonly isMe: boolean }
  readonly mint: TokenActions['mintToken']
}

/** Name, scopes and lifetime; then the token, which is shown this once. */
export const MintDialog = ({ open, onOpenChange, owner, mint }: MintDialogProps) => {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['read'])
  const [lifetime, setLifetime] = useState<Lifetime>('90')
  const minting = useMutation({
    mutationFn: () =>
      unwrapAction(
        mint({
          id: owner.id,
          name: name.trim(),
          scopes: [...scopes],
          ...(lifetime === 'never'
            ? {}
            : { expiresAt: new Date(Date.now() + Number(lifetime) * dayMs).toISOString() }),
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens', owner.id] }),
  })
  const incomplete = name.trim() === '' || scopes.length === 0
  const toggle = (scope: Scope) => (checked: boolean) =>
    setScopes((chosen) => tokenScopes.filter((each) => (each === scope ? checked : chosen.includes(each))))
  const token = minting.data?.token
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={token ? `${name.trim()} is made` : 'New API token'}
      description={
        token
          ? 'Copy it now: it is shown this once, and only a fingerprint of it is stored.'
          : `It acts as ${owner.isMe ? 'you' : owner.name}, within the scopes chosen here.`
      }
      footer={
        token ? (
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button
              variant="primary"
              type="submit"
              form="mint"
              pending={minting.isPending}
              disabled={incomplete}
            >
              Make the token
            </Button>
          </>
        )
      }
    >
      {token ? (
        <div className="flex flex-col gap-3">
          <SecretLine label="Token" value={token} />
          <p className="text-ink-2 text-sm">
            Send it as <code className="font-mono">Authorization: Bearer …</code> with each request.
          </p>
        </div>
      ) : (
        <form
          id="mint"
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (!incomplete) minting.mutate()
          }}
        >
          <Field label="Name" hint="Where it will be used, e.g. nightly export.">
            <Input autoFocus value={name} onValueChange={setName} autoComplete="off" />
          </Field>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 font-medium text-sm">Scopes</legend>
            {tokenScopes.map((scope) => (
              <Checkbox
                key={scope}
                checked={scopes.includes(scope)}
                onCheckedChange={toggle(scope)}
                label={scopeWords[scope]}
              />
            ))}
          </fieldset>
          <Field label="Ends after">
            <Select value={lifetime} onValueChange={setLifetime} options={lifetimes} />
          </Field>
          {minting.error ? <FailureNote error={minting.error} /> : null}
        </form>
      )}
    </Dialog>
  )
}
