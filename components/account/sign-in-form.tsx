'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { signIn } from '../data/auth-client'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { ErrorNote } from '../ui/error-note'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

/** Email and password. A whole page load follows, so that everything is read as the person who signed in. */
export const SignInForm = ({ next }: { readonly next: string }) => {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: (isIn) => {
      if (isIn) window.location.assign(next)
    },
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        attempt.mutate()
      }}
    >
      <Field label="Email">
        <Input
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onValueChange={setEmail}
          className="h-10"
        />
      </Field>
      <Field label="Password">
        <Input
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onValueChange={setPassword}
          className="h-10"
        />
      </Field>
      {attempt.data === false ? (
        <ErrorNote title="Email or password is wrong." todo="Check both and try again." />
      ) : null}
      {attempt.error ? <FailureNote error={attempt.error} /> : null}
      <Button type="submit" variant="primary" size="lg" pending={attempt.isPending || attempt.data === true}>
        Sign in
      </Button>
      <p className="text-ink-3 text-xs">
        Accounts are made by invitation: ask an administrator for a link. At the first start the link for the
        first administrator, or the demo accounts with their passwords, are printed in the terminal.
      </p>
    </form>
  )
}
