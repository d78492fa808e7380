'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BoardRow, Triaged, TriageMany } from '@/contracts/board'
import { failureText } from '../data/failure-text'
import { failureOf } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { toast } from '../ui/toast'
import type { ShownRow } from './use-board'
import type { BoardActions } from './violation-actions'
import type { ViolationFilter } from './violation-filter'
import { bundleQuery } from './violation-queries'

export type TriageChange = TriageMany['change']

type Asked = {
  readonly rows: readonly Pick<ShownRow, 'row' | 'isBundle'>[]
  readonly change: TriageChange
  /** What was done, in the past: `ignored`. */
  readonly done: string
}

/** Does the same to the rows given, a bundle's members included, says what became of it, and can take it back. */
export const useTriage = (triage: BoardActions['triage'], filter: ViolationFilter) => {
  const queries = useQueryClient()
  const membersOf = async ({ row, isBundle }: Asked['rows'][number]): Promise<readonly BoardRow[]> =>
    isBundle && row.bundle !== null
      ? (await queries.fetchQuery(bundleQuery(filter, row.bundle.key))).data
      : [row]
  const send = (violations: TriageMany['violations'], change: TriageChange) =>
    unwrapAction(triage({ violations, change }))
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['violations'] }),
      queries.invalidateQueries({ queryKey: ['violation'] }),
      queries.invalidateQueries({ queryKey: ['frame'] }),
    ])
  const undo = async (outcome: Triaged) => {
    for (const { change, violations } of undoings(outcome)) await send(violations, change)
    await refresh()
  }
  return useMutation({
    mutationFn: async ({ rows, change }: Asked) => {
      const members = (await Promise.all(rows.map(membersOf))).flat()
      const named = new Map(members.map(({ id, revision }) => [id, { id, revision }]))
      return send([...named.values()], change)
    },
    onSuccess: (outcome, { done }) => {
      const changed = outcome.data.filter((each) => each.outcome === 'changed').length
      const refused = outcome.data.filter((each) => each.outcome === 'refused')
      const title = `${changed} ${changed === 1 ? 'violation' : 'violations'} ${done}`
      const options = {
        ...(refused.length > 0
          ? { description: `${refused.length} left as they are: ${refused[0]?.detail ?? ''}` }
          : {}),
        ...(changed > 0 ? { action: { label: 'Undo', onSelect: () => void undo(outcome) } } : {}),
      }
      if (changed > 0) toast.success(title, options)
      else if (refused.length > 0) toast.error('Nothing was changed', options)
      else toast.info('That is how it stands already')
    },
    onError: (error) => toast.error('Nothing was changed', { description: wordsOf(error) }),
    onSettled: refresh,
  })
}

const wordsOf = (error: unknown): string => {
  const { title, todo } = failureText(failureOf(error))
  return `${title} ${todo}`
}

/** What takes an outcome back: violations that stood alike go together. */
const undoings = ({
  data,
}: Triaged): readonly { readonly change: TriageChange; readonly violations: TriageMany['violations'] }[] => {
  const groups = new Map<string, { change: TriageChange; violations: TriageMany['violations'] }>()
  for (const { id, revision, before } of data) {
    if (before === null || revision === null) continue
    const { changeRequest: _, revision: __, ...change } = before
    const group = groups.get(JSON.stringify(change)) ?? { change, violations: [] }
    group.violations.push({ id, revision })
    groups.set(JSON.stringify(change), group)
  }
  return [...groups.values()]
}
