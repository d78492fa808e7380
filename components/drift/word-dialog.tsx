'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ruleName } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { Textarea } from '../ui/textarea'
import type { DriftActions } from './drift-actions'
import type { DriftedRule } from './take'

/** `ignore`: leave it as it is for a while. `same`: it is how Segment writes what it was sent. */
export type Word = 'ignore' | 'same'

type WordDialogProps = {
  readonly plan: string
  readonly rule: DriftedRule['rule']
  readonly word: Word
  readonly resolveDrift: DriftActions['resolveDrift']
  readonly onClose: () => void
}

const spans = { '7': 'a week', '30': 'a month', '90': 'three months', '365': 'a year' } as const
type Days = keyof typeof spans

const isoIn = (days: Days) => new Date(Date.now() + Number(days) * 86_400_000).toISOString()

/** Asks why, and for how long, before drift is looked at otherwise. */
export const WordDialog = ({ plan, rule, word, resolveDrift, onClose }: WordDialogProps) => {
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [days, setDays] = useState<Days>('30')
  const saying = useMutation({
    mutationFn: () =>
      unwrapAction(
        resolveDrift({
          plan,
          choices: [
            word === 'ignore'
              ? { rule, take: word, until: isoIn(days), reason }
              : { rule, take: word, reason },
          ],
        }),
      ),
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries()
    },
  })
  const name = ruleName(rule)
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={word === 'ignore' ? `Ignore the drift of ${name}?` : `Is ${name} the same in Segment?`}
      description={
        word === 'ignore'
          ? 'It stays as it is in Segment, and publishes of other rules leave it alone. It comes back here when the time is over, or as soon as Segment holds something else.'
          : 'Then what Segment holds counts as what was sent: it is no drift, and it is not sent again. Anything else that Segment holds later is drift as before.'
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            pending={saying.isPending}
            disabled={reason.trim() === ''}
            onClick={() => saying.mutate()}
          >
            {word === 'ignore' ? 'Ignore it' : 'It is the same'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {word === 'ignore' ? (
          <Field label="For">
            <Select
              value={days}
              onValueChange={setDays}
              options={(Object.keys(spans) as Days[]).map((value) => ({ value, label: spans[value] }))}
              className="w-40"
            />
          </Field>
        ) : null}
        <Field label="Why">
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {saying.error ? <FailureNote error={saying.error} /> : null}
      </div>
    </Dialog>
  )
}
