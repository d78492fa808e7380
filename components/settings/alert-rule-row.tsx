'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleDashed, CirclePause, Send } from 'lucide-react'
import { useState } from 'react'
import type { AlertRuleView } from '@/contracts/alert'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { RelativeTime } from '../ui/relative-time'
import { Status } from '../ui/status'
import { toast } from '../ui/toast'
import type { AlertActions } from './alert-actions'
import { AlertDeliveries } from './alert-deliveries'
import { asChange } from './alert-rule-draft'
import { channelWords, kindsWords, scopeWords, statusLook } from './alert-words'
import { Confirm } from './confirm'

type AlertRuleRowProps = {
  readonly rule: AlertRuleView
  readonly actions: AlertActions
  readonly onEdit: () => void
}

/** One rule in words, with what can be done to it; its newest alerts on demand. */
export const AlertRuleRow = ({ rule, actions, onEdit }: AlertRuleRowProps) => {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const readAgain = () => queries.invalidateQueries({ queryKey: ['alert-rules'] })
  const testing = useMutation({ mutationFn: () => unwrapAction(actions.testAlertRule({ id: rule.id })) })
  const pausing = useMutation({
    mutationFn: () =>
      unwrapAction(actions.changeAlertRule({ id: rule.id, ...asChange(rule), paused: !rule.paused })),
    onSuccess: readAgain,
  })
  const scope = scopeWords(rule)
  return (
    <li className="border-line border-b py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="font-medium text-sm">{rule.name}</h2>
          <p className="text-ink-2 text-sm">
            {kindsWords(rule)}
            {scope === '' ? '' : `, ${scope}`}
          </p>
          <p className="break-words text-ink-3 text-xs">
            {channelWords[rule.channel]} to {rule.goesTo}, for {rule.workspace.name}
          </p>
          <Outcome rule={rule} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            icon={<Send aria-hidden="true" />}
            pending={testing.isPending}
            onClick={() => testing.mutate()}
          >
            Send a test
          </Button>
          <Button size="sm" pending={pausing.isPending} onClick={() => pausing.mutate()}>
            {rule.paused ? 'Go on' : 'Pause'}
          </Button>
          <Button size="sm" onClick={onEdit}>
            Edit
          </Button>
          <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
            Last alerts
          </Button>
          <Confirm
            trigger={(ask) => (
              <Button size="sm" onClick={ask}>
                Delete
              </Button>
            )}
            title={`Delete ${rule.name}?`}
            description="Nobody is alerted by it any more, and what it has sent is forgotten here."
            confirm="Delete the rule"
            run={async () => {
              await unwrapAction(actions.deleteAlertRule({ id: rule.id }))
              toast.success('The rule is deleted')
              await readAgain()
            }}
          />
        </div>
      </div>
      {testing.error ? <FailureNote error={testing.error} className="mt-2" /> : null}
      {pausing.error ? <FailureNote error={pausing.error} className="mt-2" /> : null}
      {testing.data ? (
        <p role="status" className={testing.data.sent ? 'mt-2 text-good text-sm' : 'mt-2 text-bad text-sm'}>
          {testing.data.sent ? 'The sample was sent' : 'The sample could not be sent'}: {testing.data.said}
        </p>
      ) : null}
      {open ? <AlertDeliveries rule={rule.id} /> : null}
    </li>
  )
}

const Outcome = ({ rule: { paused, last } }: Pick<AlertRuleRowProps, 'rule'>) => {
  if (paused)
    return (
      <Status tone="warn" icon={CirclePause}>
        paused
      </Status>
    )
  if (last === null)
    return (
      <Status tone="quiet" icon={CircleDashed}>
        nothing to tell yet
      </Status>
    )
  const { tone, icon, word } = statusLook[last.status]
  return (
    <Status tone={tone} icon={icon}>
      last alert {word} <RelativeTime at={last.at} />
    </Status>
  )
}
