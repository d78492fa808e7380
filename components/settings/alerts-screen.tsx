'use client'
import { useQuery } from '@tanstack/react-query'
import { BellRing, Plus } from 'lucide-react'
import { useState } from 'react'
import type { AlertRuleView } from '@/contracts/alert'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { SkeletonRows } from '../ui/skeleton'
import type { AlertActions } from './alert-actions'
import { alertRulesQuery } from './alert-queries'
import { AlertRuleDialog } from './alert-rule-dialog'
import { AlertRuleRow } from './alert-rule-row'
import { AlertSecretDialog } from './alert-secret-dialog'

/** Who is told of what about violations, where, and what came of it. */
export const AlertsScreen = ({ actions }: { readonly actions: AlertActions }) => {
  const { data, error, refetch } = useQuery(alertRulesQuery())
  const [editing, setEditing] = useState<AlertRuleView | 'new' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the alert rules" />
    )
  return (
    <>
      <PageHeader
        title="Alerts"
        actions={
          <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setEditing('new')}>
            New rule
          </Button>
        }
      />
      {data.data.length === 0 ? (
        <EmptyState icon={BellRing} title="Nobody is alerted yet">
          A rule says what is worth an alert and where it goes: a webhook, a Slack channel or a mailbox. Each
          alert is about one violation.
        </EmptyState>
      ) : (
        <ul aria-label="Alert rules" className="border-line border-t">
          {data.data.map((rule) => (
            <AlertRuleRow key={rule.id} rule={rule} actions={actions} onEdit={() => setEditing(rule)} />
          ))}
        </ul>
      )}
      {editing === null ? null : (
        <AlertRuleDialog
          rule={editing === 'new' ? null : editing}
          actions={actions}
          onClose={() => setEditing(null)}
          onSecret={setSecret}
        />
      )}
      <AlertSecretDialog secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
