'use client'
import { sameRule } from '@/domain/plan/rule-id'
import { usePresence } from '../data/use-presence'
import { Note } from '../ui/note'
import type { RulePlace } from './rule-place'

type OthersNoteProps = { readonly place: RulePlace; readonly request: number | 'new' }

/** Before anything is saved: somebody else is editing the same event in the same request. */
export const OthersNote = ({ place: { plan, rule }, request }: OthersNoteProps) => {
  const people = usePresence({ plan, number: request === 'new' ? null : request, rule })
  const others = people.filter(({ editing }) => editing.some((each) => sameRule(each, rule)))
  if (others.length === 0) return null
  const names = others.map(({ name }) => name)
  return (
    <Note
      tone="warn"
      live
      title={`${names.join(' and ')} ${names.length === 1 ? 'edits' : 'edit'} this event in this request right now.`}
    >
      Nobody overwrites anybody: whoever saves second is told, and keeps what they typed.
    </Note>
  )
}
