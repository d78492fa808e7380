import type { ReviewView } from '@/contracts/review-view'
import { editKinds } from '@/domain/review/edit-kind'
import { levelLook, worstLevel } from '../diff/level-look'
import { Status } from '../ui/status'

/** "2 changed, 1 removed", and the worst that this does to anybody. */
export const ChangeSummary = ({ view }: { readonly view: ReviewView }) => {
  const kinds = view.groups.flatMap(({ edits }) => edits.map(({ kind }) => kind))
  const counted = editKinds
    .map((word) => ({ word, count: kinds.filter((kind) => kind === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
  const senders = worstLevel(view.groups.map((group) => group.senders))
  const readers = worstLevel(view.groups.map((group) => group.readers))
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
