'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConnectedWorkspace, ConnectWorkspace, WorkspaceCheck } from '@/contracts/workspace'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Segmented } from '../ui/segmented'
import { fieldErrors } from './field-errors'
import { FoundWorkspace } from './found-workspace'
import type { WorkspaceActions } from './workspace-actions'

type ConnectFormProps = {
  readonly actions: Pick<WorkspaceActions, 'checkWorkspace' | 'connectWorkspace'>
  readonly onConnected: (connected: ConnectedWorkspace) => void
  readonly onCancel: () => void
}

type Region = ConnectWorkspace['region']

const regions = [
  { value: 'us', label: 'US' },
  { value: 'eu', label: 'EU' },
] as const

/** Token and region, a look at what they open, and only then the connection. */
export const ConnectForm = ({ actions, onConnected, onCancel }: ConnectFormProps) => {
  const [token, setToken] = useState('')
  const [region, setRegion] = useState<Region>('us')
  const [apiUrl, setApiUrl] = useState('')
  const [name, setName] = useState('')
  const given = (): ConnectWorkspace => ({
    token: token.trim(),
    region,
    ...(apiUrl.trim() === '' ? {} : { apiUrl: apiUrl.trim() }),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
  })
  const check = useMutation({
    mutationFn: () => unwrapAction(actions.checkWorkspace(given())),
    onSuccess: (found: WorkspaceCheck) => setName((typed) => typed || found.name),
  })
  const connect = useMutation({
    mutationFn: () => unwrapAction(actions.connectWorkspace(given())),
    onSuccess: (connected) => onConnected(connected),
  })
  const found = check.data
  // What was found belongs to what was asked: any change of it asks anew.
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      check.reset()
      connect.reset()
    }
  const errors = fieldErrors(check.error)
  return (
    <form
      noValidate
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (found) connect.mutate()
        else if (token.trim() !== '') check.mutate()
      }}
    >
      <Field
        label="Public API token"
        hint="In Segment: Settings, Workspace settings, Access Management, Tokens. It needs access to tracking plans and sources. It is stored encrypted and never shown again."
        error={errors.token}
      >
        <Input
          type="password"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          mono
          value={token}
          onValueChange={change(setToken)}
        />
      </Field>
      <div className="flex flex-col items-start gap-1">
        <p className="font-medium text-sm">Region</p>
        <Segmented label="Region" value={region} onValueChange={change(setRegion)} options={regions} />
      </div>
      <Field
        label="API address"
        optional
        hint="Only where Segment is reached through something else, such as a proxy or a sandbox."
        error={errors.apiUrl}
      >
        <Input
          type="url"
          placeholder={region === 'us' ? 'https://api.segmentapis.com' : 'https://eu1.api.segmentapis.com'}
          value={apiUrl}
          onValueChange={change(setApiUrl)}
        />
      </Field>
      {found ? <FoundWorkspace found={found} name={name} onNameChange={setName} /> : null}
      {check.error && !isFailure(check.error, 'invalid-input') ? <FailureNote error={check.error} /> : null}
      {connect.error ? <FailureNote error={connect.error} /> : null}
      <div className="flex gap-2">
        {found ? (
          <Button type="submit" variant="primary" pending={connect.isPending}>
            {found.alreadyConnected ? 'Use this token from now on' : 'Connect'}
          </Button>
        ) : (
          <Button type="submit" variant="primary" pending={check.isPending} disabled={token.trim() === ''}>
            Check
          </Button>
        )}
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
