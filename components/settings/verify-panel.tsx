'use client'
import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Note } from '../ui/note'
import { Section } from '../ui/section'
import type { AuditActions } from './audit-actions'
import { SecretLine } from './secret-line'

/** Walks every chain, and with a head noted earlier also tells whether its end was cut off. */
export const VerifyPanel = ({ verify }: { readonly verify: AuditActions['verifyAudit'] }) => {
  const [head, setHead] = useState('')
  const checking = useMutation({
    mutationFn: () => unwrapAction(verify(head.trim() === '' ? {} : { head: head.trim() })),
  })
  return (
    <Section
      title="Is it complete?"
      description="Entries are chained: each holds a keyed hash of the one before, so that a change or a gap shows."
    >
      <form
        className="flex max-w-xl flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          checking.mutate()
        }}
      >
        <Field
          label="Head noted earlier"
          optional
          hint="With it, entries that were cut off at the end show as well."
          className="flex-1 basis-64"
        >
          <Input mono value={head} onValueChange={setHead} autoComplete="off" spellCheck={false} />
        </Field>
        <Button
          type="submit"
          pending={checking.isPending}
          icon={<ShieldCheck aria-hidden="true" />}
          className="mt-6"
        >
          Verify
        </Button>
      </form>
      {checking.error ? <FailureNote error={checking.error} /> : null}
      {checking.data ? <Verdict {...checking.data} /> : null}
    </Section>
  )
}

type VerdictProps = { readonly intact: boolean; readonly entries: number; readonly head: string | null }

const Verdict = ({ intact, entries, head }: VerdictProps) => (
  <div className="flex max-w-xl flex-col gap-3">
    {intact ? (
      <Note live tone="good" title={`Intact: ${entries.toLocaleString('en')} entries.`}>
        Nothing was changed or taken out.
      </Note>
    ) : (
      <Note live tone="bad" title={`Not intact: ${entries.toLocaleString('en')} entries were walked.`}>
        An entry was changed, taken out, or cut off at the end. Compare with a backup, and ask who has access
        to the database.
      </Note>
    )}
    {head ? <SecretLine label="Head, to be noted" value={head} /> : null}
  </div>
)
