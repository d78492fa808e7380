'use client'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { violationStatuses } from '@/domain/violations/standing'
import { AddressSearch } from '../data/address-search'
import { plansQuery } from '../data/plans-query'
import { Button } from '../ui/button'
import { Select } from '../ui/select'
import { violationFilter } from './violation-filter'
import { statusWord } from './violation-status'

const all = 'all'

const statuses = [
  { value: all, label: 'Any status' },
  ...violationStatuses.map((value) => ({ value, label: statusWord(value) })),
] as const

/** Search and filters, all of them in the address. `/` goes to the search. */
export const ViolationToolbar = ({ children }: { readonly children?: ReactNode }) => {
  const [{ status, plan, source, key }, setFilter] = useQueryStates(violationFilter)
  const { data } = useQuery(plansQuery())
  const plans = data?.data ?? []
  const ofPlans = plan === null ? plans : plans.filter(({ id }) => id === plan)
  const sources = [...new Map(ofPlans.flatMap((each) => each.sources).map(({ id, name }) => [id, name]))]
  return (
    <search className="flex flex-wrap items-center gap-2 pb-2">
      <AddressSearch
        label="Search event, place or message"
        placeholder="Search event, place or message"
        className="w-full sm:w-72"
      />
      <Select
        label="Status"
        value={status}
        options={statuses}
        onValueChange={(next) => setFilter({ status: next })}
        className="w-auto min-w-28"
      />
      {plans.length > 1 ? (
        <Select
          label="Plan"
          value={plan ?? all}
          options={[
            { value: all, label: 'All plans' },
            ...plans.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(next) => setFilter({ plan: next === all ? null : next, source: null })}
          className="w-auto min-w-28"
        />
      ) : null}
      <Select
        label="Source"
        value={source ?? all}
        options={[
          { value: all, label: 'All sources' },
          ...sources.map(([value, label]) => ({ value, label })),
        ]}
        onValueChange={(next) => setFilter({ source: next === all ? null : next })}
        className="w-auto min-w-28"
      />
      {key === null ? null : (
        <Button
          size="sm"
          icon={<X aria-hidden="true" />}
          aria-label={`Show all events, not only ${key}`}
          onClick={() => setFilter({ key: null })}
        >
          <span className="font-mono">{key}</span>
        </Button>
      )}
      <div className="ml-auto flex items-center gap-3">{children}</div>
    </search>
  )
}
