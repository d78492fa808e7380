'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActionResult } from '@/contracts/failure'
import type { AcceptInvite, InviteAccepted, InviteView } from '@/contracts/invite'
import { Password } from '@/contracts/person'
import { signIn } from '../data/auth-client'
import { FailureNote } from '../data/failure-note'
import { failureOf } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

export type AcceptInviteAction = (input: AcceptInvite) => Promise<ActionResult<InviteAccepted>>

type WelcomeFormProps = {
  readonly token: string
  readonly invite: InviteView
  readonly acceptInvite: AcceptInviteAction
}

/** Chooses a password (and, for the first administrator, name and email), then signs in with it. */
export const WelcomeForm = ({ token, invite, acceptInvite }: WelcomeFormProps) => {
  const isSetUp = invite.kind === 'set-up'
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [left, setLeft] = useState(false)
  const accept = useMutation({
    mutationFn: async () => {
      const person = await unwrapAction(
        acceptInvite({ token, password, ...(isSetUp && { name: name.trim(), email: email.trim() }) }),
      )
      await signIn(person.email, password)
    },
    onSuccess: () => window.location.assign('/'),
  })
  const refused = accept.error ? failureOf(accept.error) : null
  const fields = refused?.code === 'invalid-input' ? refused.fields : []
  const errorOf = (path: string) => fields.find((field) => field.path === path)?.message ?? null
  const weak = Password.safeParse(password)
  const passwordError = left && !weak.success ? (weak.error.issues[0]?.message ?? null) : errorOf('password')
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setLeft(true)
        if (weak.success) accept.mutate()
      }}
    >
      {isSetUp ? (
        <>
          <Field label="Your name" error={errorOf('name')}>
            <Input
              name="name"
              autoComplete="name"
              required
              autoFocus
              value={name}
              onValueChange={setName}
              className="h-10"
            />
          </Field>
          <Field label="Email" error={errorOf('email')}>
            <Input
              type="email"
              name="email"
              autoComplete="username"
              required
              value={email}
              onValueChange={setEmail}
              className="h-10"
            />
          </Field>
        </>
      ) : (
        // Password managers take the account's name from here.
        <input type="hidden" name="email" autoComplete="username" value={invite.email} />
      )}
      <Field
        label="Password"
        hint="At least 12 characters. A few words are easier than signs."
        error={passwordError}
      >
        <Input
          type="password"
          name="password"
          autoComplete="new-password"
          required
          autoFocus={!isSetUp}
          value={password}
          onValueChange={setPassword}
          onBlur={() => setLeft(password !== '')}
          className="h-10"
        />
      </Field>
      {refused && fields.length === 0 ? <FailureNote error={accept.error} /> : null}
      <Button type="submit" variant="primary" size="lg" pending={accept.isPending || accept.isSuccess}>
        {isSetUp ? 'Create the administrator' : 'Set password and sign in'}
      </Button>
    </form>
  )
}
