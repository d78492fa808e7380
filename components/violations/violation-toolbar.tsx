'use client'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import type { BoardCounts } from '@/contracts/board'
import { violationStatuses } from '@/domain/violations/standing'
import { AddressSearch } from '../data/address-search'
import { plansQuery } from '../data/plans-query'
import { statusWord } from '../data/violation-status'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Select } from '../ui/select'
import { violationFilter } from './violation-filter'
import { boardCountsQuery } from './violation-queries'

const all = 'all'

const withCount = (label: string, count: number | undefined): string =>
  count === undefined ? label : `${label} (${count.toLocaleString('en')})`

const statusOptions = (counts: BoardCounts | undefined) => [
  { value: all, label: 'Any status' } as const,
  ...violationStatuses.map((value) => ({
    value,
    label: withCount(statusWord(value), counts?.statuses[value]),
  })),
]

const whoseOptions = [
  { value: all, label: 'Anybody’s' },
  { value: 'mine', label: 'Mine and my groups’' },
  { value: 'me', label: 'Assigned to me' },
  { value: 'groups', label: 'Of my groups' },
  { value: 'nobody', label: 'Assigned to nobody' },
] as const

const sortOptions = [
  { value: 'last-seen', label: 'Last seen' },
  { value: 'first-seen', label: 'First seen' },
  { value: 'count', label: 'Count' },
  { value: 'share', label: 'Share' },
] as const

/** Search and filters, all of them in the address. `/` goes to the search. */
export const ViolationToolbar = ({ children }: { readonly children?: ReactNode }) => {
  const [filter, setFilter] = useQueryStates(violationFilter)
  const { status, whose, plan, source, key, sort, regressed, apart } = filter
  const { data: counts } = useQuery(boardCountsQuery(filter))
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
        options={statusOptions(counts)}
        onValueChange={(next) => setFilter({ status: next })}
        className="w-auto min-w-28"
      />
      <Select
        label="Whose"
        value={whose}
        options={whoseOptions}
        onValueChange={(next) => setFilter({ whose: next })}
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
          className="w-auto min-w-28 max-w-64"
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
        className="w-auto min-w-28 max-w-64"
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
      <Select
        label="Sort by"
        value={sort}
        options={sortOptions}
        onValueChange={(next) => setFilter({ sort: next })}
        className="w-auto min-w-28"
      />
      <Checkbox
        checked={regressed}
        onCheckedChange={(next) => setFilter({ regressed: next })}
        label={withCount('Came back', counts?.regressed)}
      />
      <Checkbox
        checked={!apart}
        onCheckedChange={(next) => setFilter({ apart: !next })}
        label="Together as one"
      />
      <div className="ml-auto flex items-center gap-3">{children}</div>
    </search>
  )
}
