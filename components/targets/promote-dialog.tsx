'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PromotionPreview, TargetView } from '@/contracts/target'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Note } from '../ui/note'
import { Select } from '../ui/select'
import { SkeletonRows } from '../ui/skeleton'
import { PromotionList } from './promotion-list'
import { promotionQuery } from './target-queries'
import { type PromoteAction, usePromote } from './use-promote'

type PromoteDialogProps = {
  readonly target: TargetView
  readonly promote: PromoteAction
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** What a promotion would do to the target, before it becomes a change request there. */
export const PromoteDialog = ({ target, promote, open, onOpenChange }: PromoteDialogProps) => {
  const [version, setVersion] = useState<number | null>(null)
  const [exact, setExact] = useState(false)
  const { plan, workspace, stage } = target
  const query = useQuery({ ...promotionQuery(plan.id, plan.id, { version, exact }), enabled: open })
  const work = usePromote(plan.id, plan.id, promote)
  const preview = query.data
  const name = stage ?? plan.name
  const isHeld = preview !== undefined && preview.open === null && isNothing(preview)
  // Held for long, and not known to be: asking for the promotion has it noted.
  const isToBeNoted = isHeld && target.behind !== 0 && preview.version === preview.upstream.liveVersion
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Promote to ${name}`}
      description={`Opens a change request in ${plan.name} at ${workspace.name}. Nothing reaches Segment before it is approved by the policy there and published.`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            pending={work.isPending}
            disabled={!preview || query.isPlaceholderData || (isHeld && !isToBeNoted)}
            onClick={() => preview && work.mutate({ version: preview.version, ...(exact ? { exact } : {}) })}
          >
            {pressWords(preview, isToBeNoted)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {work.error ? <FailureNote error={work.error} /> : null}
        {query.error ? <FailureNote error={query.error} onRetry={() => query.refetch()} /> : null}
        {preview ? (
          <>
            <Field label={`Version of ${preview.upstream.name}`}>
              <Select
                value={String(preview.version)}
                onValueChange={(chosen) => setVersion(Number(chosen))}
                options={versionOptions(preview)}
              />
            </Field>
            {preview.open === null ? null : (
              <Note>Change request #{preview.open} promotes this version already.</Note>
            )}
            {preview.from === null && !exact ? (
              <Note>
                The two plans meet for the first time: what only {name} has stays, and where both describe the
                same thing the words of {preview.upstream.name} stand.
              </Note>
            ) : null}
            {isNothing(preview) ? (
              <Note tone="good">
                {name} holds everything of version {preview.version} already.
              </Note>
            ) : null}
            <PromotionList preview={preview} />
            <Checkbox
              checked={exact}
              onCheckedChange={setExact}
              label={`Make ${name} exactly the same: remove what only it has, and overwrite its own changes`}
            />
          </>
        ) : query.error ? null : (
          <SkeletonRows label="Comparing the plans" />
        )}
      </div>
    </Dialog>
  )
}

const pressWords = (preview: PromotionPreview | undefined, isToBeNoted: boolean): string => {
  if (preview && preview.open !== null) return `Go to change request #${preview.open}`
  return isToBeNoted ? 'Count it as promoted' : 'Open a change request'
}

const isNothing = ({ added, changed, renamed, removed, conflicts }: PromotionPreview): boolean =>
  [added, changed, renamed, removed, conflicts].every((rules) => rules.length === 0)

/** Older ones are asked for over the REST interface. */
const mostVersions = 30

const versionOptions = ({ upstream: { liveVersion }, from }: PromotionPreview) =>
  Array.from({ length: Math.min(liveVersion, mostVersions) }, (_, i) => liveVersion - i).map((version) => ({
    value: String(version),
    label: `version ${version}`,
    ...(version === liveVersion ? { hint: 'live' } : version === from ? { hint: 'promoted last' } : {}),
  }))
