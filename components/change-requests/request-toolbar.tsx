'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { AddressSearch } from '../data/address-search'
import { frameQuery } from '../data/frame-query'
import { requestLook } from '../ui/request-look'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { membersQuery } from './change-request-queries'
import { requestFilter, statusChoices } from './request-filter'

const statusWord = (status: (typeof statusChoices)[number]) =>
  status === 'open' ? 'At work' : status === 'all' ? 'Any status' : requestLook[status].word

const anybody = { value: 'anybody', label: 'By anybody' } as const
const anyPlan = { value: 'any', label: 'All plans' } as const

/** Search and filters, all of them in the address. `/` goes to the search. */
export const RequestToolbar = () => {
  const [filter, setFilter] = useQueryStates(requestFilter)
  const { data: frame } = useQuery(frameQuery())
  const { data: members } = useQuery(membersQuery())
  const plans = frame?.plans ?? []
  return (
    <search className="flex flex-wrap items-center gap-2 pb-3">
      <AddressSearch
        label="Search titles, descriptions and rules"
        placeholder="Search change requests"
        className="w-full sm:w-64"
      />
      <Select
        label="Status"
        value={filter.status}
        disabled={filter.waiting}
        options={statusChoices.map((value) => ({ value, label: statusWord(value) }))}
        onValueChange={(status) => setFilter({ status: status === 'open' ? null : status })}
        className="w-auto min-w-28"
      />
      <Select
        label="Author"
        value={filter.author ?? anybody.value}
        options={[
          anybody,
          { value: 'me', label: 'By me' },
          ...(members?.data ?? [])
            .filter(({ id }) => id !== frame?.me.id)
            .map(({ id, name }) => ({ value: id, label: `By ${name}` })),
        ]}
        onValueChange={(author) => setFilter({ author: author === anybody.value ? null : author })}
        className="w-auto min-w-28"
      />
      {plans.length > 1 ? (
        <Select
          label="Plan"
          value={filter.plan ?? anyPlan.value}
          options={[anyPlan, ...plans.map(({ id, name }) => ({ value: id, label: name }))]}
          onValueChange={(plan) => setFilter({ plan: plan === anyPlan.value ? null : plan })}
          className="w-auto min-w-28"
        />
      ) : null}
      <Switch
        label="Waiting for me"
        checked={filter.waiting}
        onCheckedChange={(waiting) => setFilter({ waiting: waiting || null })}
        className="sm:ml-auto"
      />
    </search>
  )
}
