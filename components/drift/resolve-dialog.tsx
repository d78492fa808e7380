'use client'
import { ruleKey } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { AlertDialog } from '../ui/alert-dialog'
import { consequence, type DriftedRule, type Take } from './take'

export type Choice = { readonly drifted: DriftedRule; readonly take: Take }

type ResolveDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly planName: string
  readonly liveVersion: number | null
  readonly choices: readonly Choice[]
  readonly pending: boolean
  readonly error: unknown
  readonly onConfirm: () => void
}

const most = 100

/** Says rule by rule what happens, and which of it goes to Segment at once. */
export const ResolveDialog = ({
  open,
  onOpenChange,
  planName,
  liveVersion,
  choices,
  pending,
  error,
  onConfirm,
}: ResolveDialogProps) => {
  const [ours, theirs] = (['ours', 'theirs'] as const).map((take) =>
    choices.filter((each) => each.take === take),
  )
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={titleOf(ours?.length ?? 0, theirs?.length ?? 0)}
      description={`In ${planName}. Everything else there stays as it is.`}
      confirm={ours?.length ? 'Write to Segment' : 'Open the request'}
      danger={Boolean(ours?.length)}
      pending={pending}
      onConfirm={onConfirm}
    >
      <Part title="Written to Segment at once" choices={ours ?? []} liveVersion={liveVersion} />
      <Part
        title="Put into a change request that somebody else approves"
        choices={theirs ?? []}
        liveVersion={liveVersion}
      />
      {error ? <FailureNote error={error} /> : null}
    </AlertDialog>
  )
}

const rules = (count: number) => (count === 1 ? '1 rule' : `${count} rules`)

const titleOf = (ours: number, theirs: number): string => {
  if (theirs === 0) return `Publish ${rules(ours)} of ours again?`
  if (ours === 0) return `Adopt ${rules(theirs)} as a request?`
  return `Publish ${rules(ours)} of ours again and adopt ${rules(theirs)}?`
}

const Part = ({
  title,
  choices,
  liveVersion,
}: {
  readonly title: string
  readonly choices: readonly Choice[]
  readonly liveVersion: number | null
}) =>
  choices.length === 0 ? null : (
    <div className="pt-2">
      <p className="font-medium text-ink">{title}</p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-4 text-ink-2 marker:text-ink-3">
        {choices.slice(0, most).map(({ drifted, take }) => (
          <li key={ruleKey(drifted.rule)} className="break-words">
            {consequence(drifted, take, liveVersion)}
          </li>
        ))}
        {choices.length > most ? <li>and {choices.length - most} more</li> : null}
      </ul>
    </div>
  )
