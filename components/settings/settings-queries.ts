import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { AuditEntryView } from '@/contracts/audit'
import { DigestView } from '@/contracts/digest'
import { EndpointView } from '@/contracts/endpoint'
import { JobView } from '@/contracts/job'
import { LintSettingsView } from '@/contracts/lint-settings'
import { maximumLimit } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { MemberView, SessionView, TokenView } from '@/contracts/person'
import { PolicyView } from '@/contracts/policy'
import { TrafficSettingsView } from '@/contracts/traffic'
import { WorkspaceView } from '@/contracts/workspace'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'

export const workspacesQuery = () =>
  queryOptions({
    queryKey: ['workspaces'] as const,
    queryFn: ({ signal }) => getList(apiPaths.workspaces(), WorkspaceView, signal),
  })

/** The workspaces that are being read right now, as jobs; asked for again while there is one. */
export const workspaceJobsQuery = () =>
  queryOptions({
    queryKey: ['workspace-jobs'] as const,
    queryFn: async ({ signal }) => {
      const queued = await getList(apiPaths.jobs({ status: 'queued', limit: maximumLimit }), JobView, signal)
      const running = await getList(
        apiPaths.jobs({ status: 'running', limit: maximumLimit }),
        JobView,
        signal,
      )
      return [...running.data, ...queued.data].filter(({ kind }) => kind === 'sync-workspace')
    },
    refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? 2_000 : false),
  })

export const membersQuery = () =>
  queryOptions({
    queryKey: ['members'] as const,
    queryFn: ({ signal }) => getList(apiPaths.members({ limit: maximumLimit }), MemberView, signal),
  })

export const policyQuery = (plan: string) =>
  queryOptions({
    queryKey: ['policy', plan] as const,
    queryFn: ({ signal }) => getJson(apiPaths.policy(plan), PolicyView, signal),
    enabled: plan !== '',
  })

export const lintSettingsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['lint-settings', plan] as const,
    queryFn: ({ signal }) => getJson(apiPaths.lintSettings(plan), LintSettingsView, signal),
    enabled: plan !== '',
  })

export const tokensQuery = (member: string) =>
  queryOptions({
    queryKey: ['tokens', member] as const,
    queryFn: ({ signal }) => getList(apiPaths.tokens(member), TokenView, signal),
    enabled: member !== '',
  })

/** With the time of the last delivery, which is how somebody who sets it up sees that it works. */
export const endpointsQuery = () =>
  queryOptions({
    queryKey: ['endpoints'] as const,
    queryFn: ({ signal }) => getList(apiPaths.endpoints(), EndpointView, signal),
    refetchInterval: 5_000,
  })

/** The letters that one is sent. */
export const digestQuery = () =>
  queryOptions({
    queryKey: ['digest'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.digest(), DigestView, signal),
  })

export const sessionsQuery = () =>
  queryOptions({
    queryKey: ['sessions'] as const,
    queryFn: ({ signal }) => getList(apiPaths.sessions(), SessionView, signal),
  })

export const auditLimit = 50

export const auditQuery = () =>
  infiniteQueryOptions({
    queryKey: ['audit'] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(apiPaths.audit({ limit: auditLimit, cursor: pageParam }), AuditEntryView, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export const trafficSettingsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['traffic-settings', plan] as const,
    queryFn: ({ signal }) => getJson(apiPaths.trafficSettings(plan), TrafficSettingsView, signal),
  })
