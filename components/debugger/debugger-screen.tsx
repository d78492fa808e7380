'use client'
import { useQuery } from '@tanstack/react-query'
import { Pause, Play, RadioTower, SearchX } from 'lucide-react'
import { createSerializer, useQueryStates } from 'nuqs'
import { useState } from 'react'
import type { LiveSource } from '@/contracts/live'
import { pages } from '@/contracts/paths'
import { AddressSearch } from '../data/address-search'
import { FailureNote } from '../data/failure-note'
import { useCan } from '../data/use-can'
import { liveSourcesQuery } from '../libraries/live-sources-query'
import { PointLibrary } from '../libraries/point-library'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { SkeletonRows } from '../ui/skeleton'
import { CallDetail } from './call-detail'
import { CallList } from './call-list'
import { answersFilter, debuggerFilter } from './debugger-filter'
import { liveCallsQuery } from './live-queries'

const addressOf = createSerializer(debuggerFilter)

/** Does my app send the right thing right now? `origin`: where this installation is reached. */
export const DebuggerScreen = ({ origin }: { readonly origin: string }) => {
  const { data, error, refetch } = useQuery(liveSourcesQuery())
  const [{ source: wanted }] = useQueryStates(debuggerFilter)
  const sources = data?.data ?? []
  const source = sources.find(({ id }) => id === wanted) ?? sources[0]
  return (
    <Page width="full" className="max-w-[96rem]">
      <PageHeader title="Debugger" />
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {data === undefined && !error ? <SkeletonRows label="Reading the sources" /> : null}
      {data !== undefined && source === undefined ? <NoWriteKey /> : null}
      {source === undefined ? null : (
        <Stream key={source.id} source={source} sources={sources} origin={origin} />
      )}
    </Page>
  )
}

const NoWriteKey = () => {
  const maySetUp = useCan('manage-endpoints')
  return (
    <EmptyState
      icon={RadioTower}
      title="No library sends here yet"
      actions={
        maySetUp ? (
          <LinkButton variant="primary" href={pages.sources()}>
            Choose a source
          </LinkButton>
        ) : null
      }
    >
      Make a write key for a source, on its Routes tab. Segment’s own libraries send here with it, unchanged,
      and each call shows within a second, judged by the source’s plan.{' '}
      {maySetUp ? '' : 'An administrator can set that up.'}
    </EmptyState>
  )
}

type StreamProps = {
  readonly source: LiveSource
  readonly sources: readonly LiveSource[]
  readonly origin: string
}

const Stream = ({ source, sources, origin }: StreamProps) => {
  const [filter, setFilter] = useQueryStates(debuggerFilter)
  const [isPaused, setPaused] = useState(false)
  const { data, error, refetch } = useQuery(
    liveCallsQuery({ endpoint: source.id, key: filter.key }, isPaused),
  )
  const calls = data?.calls ?? []
  const isUnused = data?.calls.length === 0 && filter.key === null
  const shown = calls.filter((call) => answersFilter(call, filter))
  const chosen = calls.find(({ id }) => id === filter.call)
  const ofSource = sources.filter((each) => isSameSource(each, source))
  const keys = keysOf(calls, ofSource, filter.key)
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <Select
          label="Source"
          size="sm"
          className="w-auto min-w-40 max-w-72"
          value={source.id}
          onValueChange={(id) => setFilter({ source: id, key: null, call: null })}
          options={onePerSource(sources, source).map(({ id, source: { name }, plan }) => ({
            value: id,
            label: name,
            hint: plan?.name ?? 'follows no plan',
          }))}
        />
        {keys.length > 1 ? (
          <Select
            label="Write key"
            size="sm"
            className="w-auto min-w-32"
            value={filter.key ?? ''}
            onValueChange={(key) => setFilter({ key: key === '' ? null : key })}
            options={[
              { value: '', label: 'Any write key' },
              ...keys.map((key) => ({ value: key, label: `…${key}` })),
            ]}
          />
        ) : null}
        <Segmented
          label="Verdict"
          value={filter.show}
          onValueChange={(show) => setFilter({ show })}
          options={[
            { value: 'all', label: 'All' },
            { value: 'invalid', label: 'Not valid' },
            { value: 'valid', label: 'Valid' },
          ]}
        />
        <AddressSearch label="Search calls" placeholder="Search calls" className="w-56 max-sm:w-full" />
        <Button
          size="sm"
          aria-pressed={isPaused}
          icon={isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          onClick={() => setPaused(!isPaused)}
        >
          {isPaused ? 'Go on' : 'Pause'}
        </Button>
        <p className="text-ink-3 text-xs tabular-nums">
          {isPaused ? 'paused' : 'live'} · {shown.length.toLocaleString('en')} shown
        </p>
      </div>
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {data === undefined && !error ? <SkeletonRows label="Waiting for calls" /> : null}
      {isUnused ? <PointLibrary source={source} origin={origin} /> : null}
      {data !== undefined && !isUnused && shown.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title="Nothing answers this filter"
          actions={
            <Button onClick={() => setFilter({ q: null, show: null, key: null })}>Clear the filter</Button>
          }
        />
      ) : null}
      {shown.length > 0 ? (
        <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
          <div className="min-w-0">
            <CallList
              calls={shown}
              showsKeys={keys.length > 1}
              chosen={filter.call}
              hrefOf={(call) => addressOf({ ...filter, call })}
              onChoose={(call) => setFilter({ call })}
            />
          </div>
          <div className="min-w-0 max-lg:order-first">
            {chosen ? (
              <CallDetail call={chosen} plan={source.plan?.id ?? null} />
            ) : (
              <p className="text-ink-2 text-sm max-lg:hidden">Choose a call to see it whole.</p>
            )}
          </div>
        </div>
      ) : null}
    </>
  )
}

type Keyed = { readonly keyEnding: string | null }

/** How write keys end: of the calls, those of the source, and the chosen one. */
const keysOf = (calls: readonly Keyed[], ofSource: readonly Keyed[], chosen: string | null) => [
  ...new Set([...calls, ...ofSource, { keyEnding: chosen }].flatMap(({ keyEnding }) => keyEnding ?? [])),
]

/** All write keys of a source send into one stream, so it is chosen by source; of the one that is looked at, by its key. */
const onePerSource = (sources: readonly LiveSource[], shown: LiveSource): readonly LiveSource[] =>
  sources.filter((each, at) =>
    isSameSource(each, shown)
      ? each === shown
      : sources.findIndex((other) => isSameSource(other, each)) === at,
  )

const isSameSource = (one: LiveSource, other: LiveSource): boolean =>
  one.source.id === other.source.id && one.workspace.id === other.workspace.id
