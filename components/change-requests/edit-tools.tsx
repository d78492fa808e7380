'use client'
import { ChevronRight, FileDiff, Pencil, Trash2 } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { GroupedEdit } from '@/contracts/review-view'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { ruleTitle } from '../ui/rule-title'
import type { RequestPlace } from './request-actions'

type EditToolsProps = {
  readonly place: RequestPlace
  readonly edit: GroupedEdit
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** Absent for whoever may not edit. */
  readonly onRemove: ((edit: GroupedEdit) => void) | null
}

/** What can be done with one edit: see its text, change it, take it out. */
export const EditTools = ({ place, edit, isOpen, onToggle, onRemove }: EditToolsProps) => {
  const name = ruleTitle(edit)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-expanded={isOpen}
        data-key="enter"
        icon={
          isOpen ? <ChevronRight aria-hidden="true" className="rotate-90" /> : <FileDiff aria-hidden="true" />
        }
        onClick={onToggle}
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
            onClick={() => onRemove(edit)}
          >
            <Trash2 aria-hidden="true" />
          </Button>
        </>
      ) : null}
    </>
  )
}
