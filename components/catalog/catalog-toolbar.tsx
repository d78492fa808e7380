'use client'
import { useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import type { RuleType } from '@/domain/plan/rule'
import { AddressSearch } from '../data/address-search'
import { Select } from '../ui/select'
import { catalogFilter, type catalogHas } from './catalog-filter'

type Has = (typeof catalogHas)[number]

const types: readonly { readonly value: RuleType | 'all'; readonly label: string }[] = [
  { value: 'all', label: 'All types' },
  { value: 'TRACK', label: 'Track' },
  { value: 'IDENTIFY', label: 'Identify' },
  { value: 'GROUP', label: 'Group' },
  { value: 'PAGE', label: 'Page' },
  { value: 'SCREEN', label: 'Screen' },
  { value: 'COMMON', label: 'Common' },
]

const states: readonly { readonly value: Has | 'all'; readonly label: string }[] = [
  { value: 'all', label: 'In any state' },
  { value: 'violations', label: 'With open violations' },
  { value: 'changes', label: 'With open change requests' },
  { value: 'defects', label: 'With defects in the schema' },
]

/** Search and filters, all of them in the address. `/` goes to the search. */
export const CatalogToolbar = ({ children }: { readonly children?: ReactNode }) => {
  const [{ type, has }, setFilter] = useQueryStates(catalogFilter)
  return (
    <search className="flex flex-wrap items-center gap-2 pb-2">
      <AddressSearch
        label="Search names, descriptions, properties, labels"
        placeholder="Search names, properties, labels"
        className="w-full sm:w-72"
      />
      <Select
        label="Type"
        value={type ?? 'all'}
        options={types}
        onValueChange={(next) => setFilter({ type: next === 'all' ? null : next })}
        className="w-auto min-w-28"
      />
      <Select
        label="State"
        value={has ?? 'all'}
        options={states}
        onValueChange={(next) => setFilter({ has: next === 'all' ? null : next })}
        className="w-auto min-w-28"
      />
      <div className="ml-auto flex items-center gap-3">{children}</div>
    </search>
  )
}
