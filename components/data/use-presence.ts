'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiPaths } from '@/contracts/paths'
import { beatMs, PresenceView } from '@/contracts/presence'
import type { RuleId } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import { postJson } from './post-json'

export type PresentPerson = PresenceView['people'][number]

type Where = {
  readonly plan: string
  /** The request; null where there is none yet. */
  readonly number: number | null
  /** The event of it that is edited here. */
  readonly rule?: RuleId
}

/**
 * Tells that this tab has a request open and gives everybody else who has. Told in the background too: whoever looks
 * something up in another tab is still at work here.
 */
export const usePresence = ({ plan, number, rule }: Where): readonly PresentPerson[] => {
  const [tab] = useState(() => crypto.randomUUID())
  const { data } = useQuery({
    queryKey: ['presence', plan, number, rule ? ruleKey(rule) : null, tab],
    queryFn: ({ signal }) =>
      postJson(
        apiPaths.presence(plan, number ?? 0),
        { tab, ...(rule ? { rule } : {}) },
        PresenceView,
        signal,
      ),
    enabled: number !== null,
    refetchInterval: beatMs,
    refetchIntervalInBackground: true,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  useEffect(() => {
    if (number === null) return
    const leave = () =>
      fetch(apiPaths.presence(plan, number, tab), { method: 'DELETE', keepalive: true }).catch(() => {})
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [plan, number, tab])
  return data?.people ?? []
}
