'use client'
import { ruleName } from '@/domain/plan/rule-id'
import { type PresentPerson, usePresence } from '../data/use-presence'
import { Avatar } from '../ui/avatar'
import { Code } from '../ui/code'
import type { RequestPlace } from './request-actions'

/** Who else is at this request now, and what they edit in it. */
export const PresenceLine = ({ place }: { readonly place: RequestPlace }) => {
  const people = usePresence(place)
  return (
    <ul
      aria-label="Here now"
      aria-live="polite"
      className="flex flex-wrap gap-x-4 gap-y-1 text-sm empty:hidden"
    >
      {people.map((person) => (
        <li key={person.id} className="flex min-w-0 items-center gap-1.5 text-ink-2">
          <Avatar name={person.name} />
          <span className="min-w-0 break-words">
            {person.name} <Doing person={person} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const Doing = ({ person: { editing } }: { readonly person: PresentPerson }) => {
  const [first, ...others] = editing
  if (!first) return 'is here'
  return (
    <>
      edits <Code>{ruleName(first)}</Code>
      {others.length > 0 ? ` and ${others.length} more` : null}
    </>
  )
}
