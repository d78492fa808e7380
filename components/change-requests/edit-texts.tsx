'use client'
import { useQuery } from '@tanstack/react-query'
import type { GroupedEdit } from '@/contracts/review-view'
import { FailureNote } from '../data/failure-note'
import { type DiffLayout, TextDiff } from '../diff/text-diff'
import { CopyButton } from '../ui/copy-button'
import { ruleTitle } from '../ui/rule-title'
import { SkeletonRows } from '../ui/skeleton'
import { requestEditQuery } from './change-request-queries'
import type { RequestPlace } from './request-actions'

type EditTextsProps = {
  readonly place: RequestPlace
  readonly edit: GroupedEdit
  readonly layout: DiffLayout
}

/** The text of an edit before and after, read when it is asked for. */
export const EditTexts = ({ place, edit, layout }: EditTextsProps) => {
  const { data, error, refetch } = useQuery(requestEditQuery(place, edit))
  const name = ruleTitle(edit)
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label={`Reading the text of ${name}`} />
    )
  const { beforeText, afterText, typedText } = data.edit
  return (
    <div className="flex flex-col gap-2 pt-2">
      {typedText === undefined ? null : (
        <p className="flex flex-wrap items-center gap-x-1 text-ink-3 text-xs">
          Merged with what the plan changed in it meanwhile.
          <CopyButton text={typedText} what={`the text of ${name} as it was typed`} />
        </p>
      )}
      <TextDiff label={`Raw diff of ${name}`} before={beforeText} after={afterText} layout={layout} />
    </div>
  )
}
