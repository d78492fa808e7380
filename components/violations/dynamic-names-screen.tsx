'use client'
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Braces } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { EventFamilyView } from '@/contracts/event-family'
import type { FixStarted } from '@/contracts/fix'
import { apiPaths, pages } from '@/contracts/paths'
import type { Action } from '../data/action'
import { FailureNote } from '../data/failure-note'
import { getList } from '../data/get-list'
import { PlanPage } from '../data/plan-page'
import { unwrapAction } from '../data/unwrap-action'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { Code } from '../ui/code'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { SkeletonRows } from '../ui/skeleton'
import { WindowSections } from '../ui/window-sections'

export type ProposeFamilyAction = Action<{ readonly plan: string; readonly template: string }, FixStarted>

type DynamicNamesProps = { readonly propose: ProposeFamilyAction }

export const familiesQuery = (plan: string) =>
  infiniteQueryOptions({
    queryKey: ['event-families', plan] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(apiPaths.eventFamilies(plan, { cursor: pageParam }), EventFamilyView, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 30_000,
  })

/** Names of events that code has put together from values: each family as one finding, with the event that it should be. */
export const DynamicNamesScreen = ({ propose }: DynamicNamesProps) => (
  <Page className="flex flex-col gap-6">
    <PlanPage
      title="Names that carry a value"
      meta="An id, a number, a date or an address in a name makes an event for each value. It belongs into a property."
      icon={Braces}
      empty="Connect a workspace; then names of events are compared with its plans."
    >
      {({ id, name }) => <Families plan={id} name={name} propose={propose} />}
    </PlanPage>
  </Page>
)

const NothingYet = ({ name }: { readonly name: string }) => (
  <EmptyState icon={Braces} title={`No event of ${name} carries a value in its name`}>
    Names are taken from recorded traffic and from violations for events that nobody planned. As soon as two
    names differ only in a value, they stand here as one.
  </EmptyState>
)

type FamiliesProps = DynamicNamesProps & { readonly plan: string; readonly name: string }

const Families = ({ plan, name, propose }: FamiliesProps) => {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    familiesQuery(plan),
  )
  const queries = useQueryClient()
  const router = useRouter()
  const mayPropose = useCan('propose')
  const work = useMutation({
    mutationFn: (template: string) => unwrapAction(propose({ plan, template })),
    onSuccess: ({ number }) => router.push(pages.changeRequest(plan, number)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['event-families', plan] }),
  })
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Looking for names that carry a value" />
    )
  const families = data.pages.flatMap((page) => page.data)
  if (families.length === 0) return <NothingYet name={name} />
  return (
    <>
      {work.error ? <FailureNote error={work.error} /> : null}
      <WindowSections
        label="Families of names"
        count={families.length}
        estimate={120}
        keyOf={(index) => families[index]?.template ?? String(index)}
        onMore={() => {
          if (hasNextPage && !isFetchingNextPage) fetchNextPage()
        }}
        section={(index) => {
          const family = families[index]
          return family ? (
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-3">
              <Family family={family} />
              {mayPropose ? (
                <Button
                  size="sm"
                  pending={work.isPending && work.variables === family.template}
                  onClick={() => work.mutate(family.template)}
                >
                  {family.isPlanned ? 'Propose the property' : 'Propose the event'}
                </Button>
              ) : null}
            </div>
          ) : null
        }}
      />
    </>
  )
}

const Family = ({ family }: { readonly family: EventFamilyView }) => {
  const { template, name, isPlanned, parts, count, memberCount, members, codeFix } = family
  return (
    <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
      <p className="break-words font-medium font-mono text-ink text-sm">{template}</p>
      <p className="text-ink-2">
        {memberCount.toLocaleString('en')} names, {count.toLocaleString('en')} calls. One event:{' '}
        <Code>{name}</Code> with{' '}
        {parts.map(({ property }) => (
          <Code key={property} className="mr-1">
            {property}
          </Code>
        ))}
        {isPlanned ? '(planned)' : ''}
      </p>
      <p className="text-ink-2">In the code: {codeFix}</p>
      <details>
        <summary className="focus-ring w-fit cursor-default rounded-sm text-ink-3 text-xs hover:text-ink">
          The names that are seen most
        </summary>
        <ul className="flex flex-col gap-0.5 py-1 pl-3">
          {members.map((member) => (
            <li key={member.name} className="break-words text-ink-2">
              {member.name}{' '}
              <span className="text-ink-3 tabular-nums">{member.count.toLocaleString('en')}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
