'use client'
import { ChevronRight, FileDiff, Minus, Pencil, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { EditView } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import type { ChangeView } from '@/contracts/plan'
import { ChangeList } from '../diff/change-list'
import { type DiffLayout, TextDiff } from '../diff/text-diff'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { CopyButton } from '../ui/copy-button'
import { LinkButton } from '../ui/link-button'
import { ruleTitle } from '../ui/rule-title'
import type { RuleTalk } from './conversation/rule-talk'
import { editKind } from './edit-kind'
import { NewProperties } from './new-properties'
import type { RequestPlace } from './request-actions'

type EditSectionProps = {
  readonly place: RequestPlace
  readonly edit: EditView
  readonly changes: readonly ChangeView[]
  readonly layout: DiffLayout
  /** It has been published. */
  readonly past: boolean
  /** Named where it is not the request's author. */
  readonly by: string | null
  /** Absent for whoever may not edit. */
  readonly onRemove: (() => void) | null
  readonly talk: RuleTalk
}

const icons = { new: Plus, removed: Minus, changed: Pencil, renamed: Pencil } as const

/** One edit: what it means in sentences, its text on demand, and the way to change it. */
export const EditSection = ({ place, edit, changes, layout, past, by, onRemove, talk }: EditSectionProps) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { word, tone } = editKind(edit)
  const name = ruleTitle(edit)
  return (
    <section aria-labelledby={id} className="border-line border-t pt-3 pb-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 id={id} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <span className={cn('break-all font-medium text-ink', edit.key !== null && 'font-mono')}>
            {name}
          </span>
          {edit.newKey ? <span className="break-all font-medium font-mono">→ {edit.newKey}</span> : null}
          {edit.version > 1 ? <span className="text-ink-3 text-xs">version {edit.version}</span> : null}
          <Badge tone={tone} icon={icons[word as keyof typeof icons]}>
            {word}
          </Badge>
        </h3>
        {by ? <span className="text-ink-3 text-xs">by {by}</span> : null}
        <div className="ml-auto flex gap-1">
          <Button
            size="sm"
            variant="ghost"
            aria-expanded={open}
            icon={
              open ? (
                <ChevronRight aria-hidden="true" className="rotate-90" />
              ) : (
                <FileDiff aria-hidden="true" />
              )
            }
            onClick={() => setOpen(!open)}
          >
            Raw diff
            <span className="sr-only"> of {name}</span>
          </Button>
          {onRemove ? (
            <>
              <LinkButton
                size="sm"
                variant="ghost"
                href={pages.rule(place.plan, edit, { propose: place.number })}
                icon={<Pencil aria-hidden="true" />}
              >
                Edit
                <span className="sr-only"> {name}</span>
              </LinkButton>
              <Button
                size="icon-sm"
                variant="ghost"
                aria-label={`Take ${name} out of this request`}
                onClick={onRemove}
              >
                <Trash2 aria-hidden="true" />
              </Button>
            </>
          ) : null}
        </div>
      </div>
      <ChangeList changes={changes} past={past} under={talk.under} />
      {talk.rest}
      {edit.typedText === undefined ? null : (
        <p className="flex flex-wrap items-center gap-x-1 text-ink-3 text-xs">
          Merged with what the plan changed in it meanwhile.
          <CopyButton text={edit.typedText} what={`the text of ${name} as it was typed`} />
        </p>
      )}
      {edit.beforeText === null && edit.afterText !== null ? (
        <NewProperties name={name} text={edit.afterText} />
      ) : null}
      {changes.length === 0 ? (
        <p className="py-2 text-ink-3">Only the layout of the JSON differs; its meaning is the same.</p>
      ) : null}
      {open ? (
        <div className="pt-2">
          <TextDiff
            label={`Raw diff of ${name}`}
            before={edit.beforeText}
            after={edit.afterText}
            layout={layout}
          />
        </div>
      ) : null}
    </section>
  )
}
