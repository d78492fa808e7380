'use client'
import type { ReactNode } from 'react'
import type { Policy } from '@/contracts/policy'
import { Select } from '../ui/select'
import { people } from './policy-words'

type PolicyCountsProps = {
  readonly policy: Policy
  readonly onChange: (change: Partial<Policy>) => void
}

const usual = [1, 2, 3, 4, 5]
const noOther = { value: 'same', label: 'as many as any change' } as const

/** How many people approve which kind of change. */
export const PolicyCounts = ({ policy, onChange }: PolicyCountsProps) => {
  const { approvals, documentation } = policy
  const counted = (counts: readonly number[], also: number) =>
    [...new Set([...counts, also])]
      .sort((a, b) => a - b)
      .map((count) => ({ value: String(count), label: count === 0 ? 'no approval' : people(count) }))
  const more = (name: 'breaking' | 'unknown' | 'personalData' | 'consumerAffecting', label: string) => (
    <Row label={label}>
      <Select
        label={label}
        value={policy[name] > approvals ? String(policy[name]) : noOther.value}
        onValueChange={(value) => onChange({ [name]: value === noOther.value ? 0 : Number(value) })}
        options={[noOther, ...counted(usual, policy[name]).filter(({ value }) => Number(value) > approvals)]}
        className="w-48"
      />
    </Row>
  )
  return (
    <div className="flex flex-col gap-2">
      <Row label="Any change">
        <Select
          label="Any change"
          value={String(approvals)}
          onValueChange={(value) => onChange({ approvals: Number(value) })}
          options={counted(usual, approvals)}
          className="w-48"
        />
      </Row>
      {more('breaking', 'One that breaks senders or readers')}
      {more('unknown', 'One that may break, since nobody can tell')}
      {more('consumerAffecting', 'One that breaks readers, or may')}
      {more('personalData', 'One of personal data')}
      <Row label="One of words and labels only">
        <Select
          label="One of words and labels only"
          value={documentation !== null && documentation < approvals ? String(documentation) : noOther.value}
          onValueChange={(value) =>
            onChange({ documentation: value === noOther.value ? null : Number(value) })
          }
          options={[
            ...counted([0, ...usual], documentation ?? 0).filter(({ value }) => Number(value) < approvals),
            noOther,
          ]}
          className="w-48"
        />
      </Row>
    </div>
  )
}

const Row = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[20rem_auto] sm:justify-start">
    <span className="text-sm">{label}</span>
    {children}
  </div>
)
