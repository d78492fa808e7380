'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Code2, GitPullRequestArrow } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { FixStarted, FixViolation, SuggestionList, SuggestionView } from '@/contracts/fix'
import { pages } from '@/contracts/paths'
import type { ViolationView } from '@/contracts/violation'
import type { Action } from '../data/action'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { TextLink } from '../ui/text-link'
import { CodePlaces } from './code-places'
import { EffectWords } from './effect-words'
import { suggestionsQuery } from './suggestions-query'

export type FixAction = Action<{ readonly id: string } & FixViolation, FixStarted>

type FixSectionProps = {
  readonly violation: Pick<ViolationView, 'id' | 'plan' | 'type'>
  readonly fix: FixAction
}

/** Ways to end a violation, least loosening first: in the plan with what it comes to, or in the code with the place. */
export const FixSection = ({ violation, fix }: FixSectionProps) => {
  const { data: list, error, refetch } = useQuery(suggestionsQuery(violation.id))
  const work = useFix(violation, fix)
  return (
    <Section
      title="How to end it"
      description="Ranked by how little each lets through that is refused now. What it comes to is found out on recorded calls of the event."
    >
      {violation.type === 'unplanned-event' ? (
        <p className="text-ink-2">
          Does the name carry a value?{' '}
          <TextLink href={pages.dynamicNames(violation.plan.id)}>Look at names that do</TextLink>
        </p>
      ) : null}
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {work.error ? <FailureNote error={work.error} /> : null}
      {list ? (
        <Suggestions list={list} violation={violation} work={work} />
      ) : error ? null : (
        <SkeletonRows label="Working out fixes" />
      )}
    </Section>
  )
}

const useFix = ({ id, plan }: FixSectionProps['violation'], fix: FixAction) => {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (input: FixViolation) => unwrapAction(fix({ id, ...input })),
    onSuccess: ({ number }) => router.push(pages.changeRequest(plan.id, number)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['violation', id] }),
  })
}

type SuggestionsProps = {
  readonly list: SuggestionList
  readonly violation: FixSectionProps['violation']
  readonly work: ReturnType<typeof useFix>
}

const Suggestions = ({ list, violation, work }: SuggestionsProps) => {
  const mayPropose = useCan('propose')
  const [open] = list.openRequests
  const into = list.openRequests.find(({ canEdit }) => canEdit)
  return (
    <>
      {open ? (
        <Note title="The event is being edited already">
          {list.openRequests.map(({ number, title }) => (
            <p key={number}>
              <TextLink href={pages.changeRequest(violation.plan.id, number)}>
                #{number} {title}
              </TextLink>
            </p>
          ))}
        </Note>
      ) : null}
      {list.reason ? <Note tone="warn" title={list.reason} /> : null}
      {list.judged === 0 && list.data.length > 0 ? (
        <p className="text-ink-3">
          No call of this event is recorded, so effects are inferred from what was reported.
        </p>
      ) : null}
      <ol aria-label="Suggestions" className="flex flex-col">
        {list.data.map((suggestion) => (
          <li
            key={suggestion.id}
            className="flex items-start gap-2 border-line border-b py-3 last:border-b-0"
          >
            <KindIcon kind={suggestion.kind} />
            <div className="flex min-w-0 flex-1 flex-col gap-2">
              <Told suggestion={suggestion} />
              {mayPropose && suggestion.rules.length > 0 ? (
                <div className="flex flex-wrap gap-2">
                  <Button
                    size="sm"
                    pending={work.isPending && work.variables.suggestion === suggestion.id}
                    onClick={() => work.mutate({ suggestion: suggestion.id })}
                  >
                    Open a change request
                  </Button>
                  {into ? (
                    <Button
                      size="sm"
                      pending={work.isPending && work.variables.suggestion === suggestion.id}
                      onClick={() => work.mutate({ suggestion: suggestion.id, addTo: into.number })}
                    >
                      Add to #{into.number}
                    </Button>
                  ) : null}
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

const KindIcon = ({ kind }: Pick<SuggestionView, 'kind'>) => {
  const Icon = kind === 'fix-in-code' ? Code2 : GitPullRequestArrow
  return <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-3" />
}

const Told = ({ suggestion }: { readonly suggestion: SuggestionView }) => {
  const { kind, title, detail, effect, places, fromAppVersion } = suggestion
  return (
    <>
      <div>
        <p className="font-medium text-ink">
          <span className="font-normal text-ink-3">
            {kind === 'fix-in-code' ? 'In the code: ' : 'In the plan: '}
          </span>
          {title}
        </p>
        <p className="text-ink-2">{detail}</p>
        {fromAppVersion === null ? null : (
          <p className="text-ink-2">It counts once apps from {fromAppVersion} send the new version.</p>
        )}
      </div>
      {effect ? <EffectWords effect={effect} /> : null}
      <CodePlaces places={places} />
    </>
  )
}
