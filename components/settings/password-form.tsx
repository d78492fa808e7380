'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Password } from '@/contracts/person'
import { changePassword } from '../data/auth-client'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { toast } from '../ui/toast'

/** Change of password; sessions elsewhere end with it. */
export const PasswordForm = () => {
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [wrongNext, setWrongNext] = useState<string | null>(null)
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: (changed) => {
      if (!changed) return
      setCurrent('')
      setNext('')
      toast.success('Your password is changed', { description: 'You are signed out everywhere else.' })
      queries.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  const submit = () => {
    const checked = Password.safeParse(next)
    setWrongNext(checked.success ? null : (checked.error.issues[0]?.message ?? 'Choose another one.'))
    if (checked.success) change.mutate()
  }
  return (
    <form
      className="flex max-w-sm flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        label="Current password"
        error={change.data === false ? 'This is not your current password.' : null}
      >
        <Input
          type="password"
          autoComplete="current-password"
          value={current}
          onValueChange={(value) => {
            setCurrent(value)
            change.reset()
          }}
        />
      </Field>
      <Field label="New password" hint="12 characters or more." error={wrongNext}>
        <Input
          type="password"
          autoComplete="new-password"
          value={next}
          onValueChange={(value) => {
            setNext(value)
            setWrongNext(null)
          }}
        />
      </Field>
      {change.error ? <FailureNote error={change.error} /> : null}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={change.isPending}
          disabled={current === '' || next === ''}
        >
          Change the password
        </Button>
      </div>
    </form>
  )
}
