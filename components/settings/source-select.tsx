'use client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Listing, maximumLimit } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { SourceRow } from '@/contracts/source'
import { getList } from '../data/get-list'
import { Select } from '../ui/select'

/** Every source that is known, by name. */
export const allSourcesQuery = () =>
  queryOptions({
    queryKey: ['all-sources'] as const,
    queryFn: async ({ signal }) => {
      const all: SourceRow[] = []
      let cursor: string | null = null
      do {
        const path = apiPaths.sources({ limit: maximumLimit, cursor })
        const page: Listing<SourceRow> = await getList(path, SourceRow, signal)
        all.push(...page.data)
        cursor = page.nextCursor
      } while (cursor !== null)
      return all.map(({ id, name, workspace }) => ({ id, name, workspace }))
    },
  })

type SourceSelectProps = {
  /** The id of a source; empty for none. */
  readonly value: string
  readonly onValueChange: (source: string) => void
  /** Only its sources; of all where it is left out. */
  readonly workspace?: string
  /** What no source stands for; left out where one has to be chosen. */
  readonly none?: string
}

/** One of the sources that are known, by name. One that is chosen and gone is still shown, by its id. */
export const SourceSelect = ({ value, onValueChange, workspace, none }: SourceSelectProps) => {
  const { data, isPending } = useQuery(allSourcesQuery())
  const sources = (data ?? []).filter((one) => workspace === undefined || one.workspace.id === workspace)
  const isGone = value !== '' && !sources.some(({ id }) => id === value)
  return (
    <Select
      value={value === '' && none === undefined ? null : value}
      onValueChange={onValueChange}
      placeholder={isPending ? 'Reading the sources' : 'Choose a source'}
      options={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...(isGone ? [{ value, label: value }] : []),
        ...sources.map((one) => ({
          value: one.id,
          label: one.name,
          ...(workspace === undefined ? { hint: one.workspace.name } : {}),
        })),
      ]}
    />
  )
}
