import type { ChangeRequestView } from '@/contracts/change-request'
import { levelLook, worstLevel } from '../diff/level-look'
import { Status } from '../ui/status'
import { editKind } from './edit-kind'

const order = ['new', 'changed', 'renamed', 'removed'] as const

/** "2 changed, 1 removed", and the worst that this does to anybody. */
export const ChangeSummary = ({ view }: { readonly view: ChangeRequestView }) => {
  const kinds = view.edits.map((edit) => editKind(edit).word)
  const counted = order
    .map((word) => ({ word, count: kinds.filter((kind) => kind === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
  const senders = worstLevel(view.changes.map((change) => change.senders))
  const readers = worstLevel(view.changes.map((change) => change.readers))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
      <span>{counted.join(', ')}</span>
      {senders === readers ? (
        <Verdict level={senders} />
      ) : (
        <>
          <Verdict audience="Senders" level={senders} />
          <Verdict audience="Readers" level={readers} />
        </>
      )}
    </div>
  )
}

const Verdict = ({
  audience,
  level,
}: {
  readonly audience?: string
  readonly level: ReturnType<typeof worstLevel>
}) => {
  const { tone, icon, word } = levelLook[level]
  return (
    <Status tone={tone} icon={icon}>
      {audience
        ? `${audience}: ${word}`
        : word === 'documentation'
          ? 'documentation only'
          : `${word} for both`}
    </Status>
  )
}
