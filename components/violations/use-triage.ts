'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Triaged, TriageMany } from '@/contracts/board'
import { failureText } from '../data/failure-text'
import { failureOf } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { toast } from '../ui/toast'
import { type TriagePart, triageParts, undoParts } from './triage-parts'
import type { ShownRow } from './use-board'
import type { BoardActions } from './violation-actions'
import { type ViolationFilter, violationQueryOf } from './violation-filter'

export type TriageChange = TriageMany['change']

type Asked = {
  readonly rows: readonly Pick<ShownRow, 'row' | 'isBundle' | 'memberOf'>[]
  readonly change: TriageChange
  /** What was done, in the past: `ignored`. */
  readonly done: string
}

type Outcome = {
  readonly data: Triaged['data']
  /** What kept the rest from being decided about. */
  readonly stopped: unknown
}

/**
 * Does the same to the rows given, all members of a bundle included however many, part after part; says what became of
 * it, and can take it back. `decided` counts while it goes on.
 */
export const useTriage = (triage: BoardActions['triage'], filter: ViolationFilter) => {
  const queries = useQueryClient()
  const [decided, setDecided] = useState(0)
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['violations'] }),
      queries.invalidateQueries({ queryKey: ['violation'] }),
      queries.invalidateQueries({ queryKey: ['frame'] }),
    ])
  const send = async (parts: readonly TriagePart[]): Promise<Outcome> => {
    const data: Triaged['data'] = []
    try {
      for (const part of parts) {
        let rest: TriageMany | null = part
        while (rest !== null) {
          const answer: Triaged = await unwrapAction(triage(rest))
          data.push(...answer.data)
          setDecided(data.length)
          const { next: after, nextRevision } = answer
          rest = after === null ? null : { ...part, after, ...(nextRevision && { revision: nextRevision }) }
        }
      }
    } catch (error) {
      if (data.length === 0) throw error
      return { data, stopped: error }
    }
    return { data, stopped: null }
  }
  const undo = async (data: Triaged['data']) => {
    try {
      const { stopped } = await send(undoParts(data))
      if (stopped !== null) throw stopped
    } catch (error) {
      toast.error('Not all of it was taken back', { description: wordsOf(error) })
    } finally {
      await refresh()
    }
  }
  const mutation = useMutation({
    mutationFn: ({ rows, change }: Asked) => {
      setDecided(0)
      return send(triageParts(rows, change, violationQueryOf(filter)))
    },
    onSuccess: ({ data, stopped }, { done }) => {
      const changed = data.filter((each) => each.outcome === 'changed').length
      const refused = data.filter((each) => each.outcome === 'refused')
      const title = `${changed.toLocaleString('en')} ${changed === 1 ? 'violation' : 'violations'} ${done}`
      const notes = [
        ...(stopped === null ? [] : [`Then it stopped, and the rest is as it was: ${wordsOf(stopped)}`]),
        ...(refused.length > 0
          ? [`${refused.length.toLocaleString('en')} left as they are: ${refused[0]?.detail ?? ''}`]
          : []),
      ]
      const options = {
        ...(notes.length > 0 ? { description: notes.join(' ') } : {}),
        ...(changed > 0 ? { action: { label: 'Undo', onSelect: () => void undo(data) } } : {}),
      }
      if (stopped !== null) toast.error(title, options)
      else if (changed > 0) toast.success(title, options)
      else if (refused.length > 0) toast.error('Nothing was changed', options)
      else toast.info('That is how it stands already')
    },
    onError: (error) => toast.error('Nothing was changed', { description: wordsOf(error) }),
    onSettled: refresh,
  })
  return { mutate: mutation.mutate, isPending: mutation.isPending, decided }
}

const wordsOf = (error: unknown): string => {
  const { title, todo } = failureText(failureOf(error))
  return `${title} ${todo}`
}
