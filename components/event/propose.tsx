'use client'
import { useState } from 'react'
import type { CheckFinding } from '@/contracts/change-request'
import { sameRule } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { SkeletonRows } from '../ui/skeleton'
import type { EventActions } from './event-actions'
import { LintSection } from './lint-section'
import { liveChanges, type Proposal } from './live-changes'
import { OthersNote } from './others-note'
import { ProposalPanel } from './proposal-panel'
import { ProposedChanges } from './proposed-changes'
import type { RulePlace } from './rule-place'
import { SaveDialog } from './save-dialog'
import { suggestedTitle } from './suggested-title'
import { useDraft } from './use-draft'
import { useLiveCheck } from './use-live-check'
import { type Origin, useOrigin } from './use-origin'
import { useSaveProposal } from './use-save-proposal'

type ProposeProps = {
  readonly place: RulePlace
  /** False for a rule that head does not hold. */
  readonly isInPlan: boolean
  /** The change request that the edit is for, or a new one. */
  readonly request: number | 'new'
  readonly actions: EventActions
  readonly onLeave: () => void
}

const none: readonly CheckFinding[] = []

/** Editing in place. What is typed is kept in the browser until the server has it. */
export const Propose = (props: ProposeProps) => {
  const read = useOrigin(props.place, props.request, props.isInPlan)
  if (read.state === 'failed') return <FailureNote error={read.error} />
  if (read.state === 'reading') return <SkeletonRows label="Reading what is edited" />
  return <Editing {...props} origin={read.origin} />
}

const Editing = ({
  place,
  request,
  actions,
  onLeave,
  origin,
}: ProposeProps & { readonly origin: Origin }) => {
  const { plan, rule } = place
  const { draft, keep } = useDraft({ plan, rule, request })
  const [saving, setSaving] = useState(false)
  const save = useSaveProposal(plan, request, actions)
  const { text, newKey } = draft ?? { text: origin.start, newKey: origin.newKey }
  const base = draft ? draft.base : origin.start
  const proposal: Proposal = { rule, before: origin.before, after: text, newKey }
  const changes = liveChanges(proposal)
  const live = useLiveCheck(plan, origin.request?.base ?? null, proposal, changes.ok)
  const findings = live.checked?.findings ?? none
  const held = origin.request?.edits.some((each) => sameRule(each, rule)) === true
  const begun = held ? { text: base, newKey: origin.newKey } : null
  const change = (next: { readonly text: string | null; readonly newKey?: string }) => keep({ base, ...next })
  const rename = (name: string) => change({ text, ...(name !== rule.key && { newKey: name }) })
  const discard = () => {
    keep(null)
    onLeave()
  }
  const canSave =
    changes.ok && (changes.sentences.length > 0 || origin.request !== null) && newKey?.trim() !== ''
  const title = suggestedTitle(proposal, changes.ok ? changes.sentences : [])
  return (
    <div className="flex flex-col gap-6 pt-4">
      <OthersNote place={place} request={request} />
      {draft && draft.base !== origin.start ? (
        <Note
          tone="warn"
          live
          title="This rule has changed since you began."
          actions={
            <>
              <Button size="sm" onClick={() => keep(null)}>
                Start over from it
              </Button>
              <Button size="sm" onClick={() => keep({ ...draft, base: origin.start })}>
                Keep mine
              </Button>
            </>
          }
        >
          What you typed is below. Keeping it replaces what the rule holds now; the changes show the
          difference.
        </Note>
      ) : null}
      <ProposalPanel
        type={rule.type}
        name={rule.key === null ? null : (newKey ?? rule.key)}
        isNew={origin.before === null}
        text={text}
        onText={(next) => change({ text: next, ...(newKey !== undefined && { newKey }) })}
        onRename={rename}
        onRestore={() => change({ text: origin.before ?? '{}' })}
        findings={findings}
      />
      <ProposedChanges changes={changes} live={live} />
      <LintSection findings={findings} unlinted={live.checked?.unlinted} />
      {save.error && !saving ? <FailureNote error={save.error} /> : null}
      <div className="sticky bottom-0 z-10 -mx-4 -mb-5 flex flex-wrap items-center gap-2 border-line border-t bg-ground px-4 py-3 md:-mx-6 md:px-6">
        <p className="mr-auto text-ink-3 text-xs max-sm:basis-full" role="status">
          {draft ? 'Kept in this browser until you save.' : 'Nothing changed yet.'}
        </p>
        <Button variant="ghost" onClick={discard}>
          {draft ? 'Discard' : 'Cancel'}
        </Button>
        <Button
          variant="primary"
          disabled={!canSave}
          pending={save.isPending}
          onClick={() => {
            if (origin.request)
              save.mutate({ proposal, begun, to: { kind: 'existing', number: origin.request.number } })
            else setSaving(true)
          }}
        >
          {origin.request ? `Save to #${origin.request.number}` : 'Save as change request'}
        </Button>
      </div>
      <SaveDialog
        key={title}
        plan={plan}
        open={saving}
        onOpenChange={setSaving}
        suggestedTitle={title}
        pending={save.isPending}
        error={save.error}
        onSave={(to) => save.mutate({ proposal, begun: null, to })}
      />
    </div>
  )
}
