'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ComponentProps, type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react'
import { Avatar } from '../ui/avatar'
import { cn } from '../ui/cn'
import { floatingStyle } from '../ui/floating-style'
import { Textarea } from '../ui/textarea'
import { membersFor, mentionAt, mentionOf } from './mention-query'
import { mentionableQuery } from './mentionable-query'

type MentionTextareaProps = Omit<ComponentProps<typeof Textarea>, 'value' | 'onChange'> & {
  readonly value: string
  readonly onText: (text: string) => void
}

/** A text box in which `@` offers the members: arrows and Enter or Tab choose, Escape goes on typing. */
export const MentionTextarea = ({ value, onText, onKeyDown, ...rest }: MentionTextareaProps) => {
  const box = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const typing = caret === null ? null : mentionAt(value, caret)
  const asked = useDeferredValue(typing?.typed ?? '')
  const { data } = useQuery({
    ...mentionableQuery(asked),
    enabled: typing !== null,
    placeholderData: keepPreviousData,
  })
  const members = data?.data ?? []
  const offered = typing === null ? [] : membersFor(members, typing.typed)
  const chosen = offered[Math.min(active, offered.length - 1)]
  const choose = (member: (typeof offered)[number]) => {
    if (!typing || caret === null) return
    const before = `${value.slice(0, typing.at)}@${mentionOf(member, members)} `
    onText(before + value.slice(caret))
    setCaret(null)
    // The caret is set once the box holds the new text.
    requestAnimationFrame(() => box.current?.setSelectionRange(before.length, before.length))
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const plain = !event.metaKey && !event.ctrlKey
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (chosen && step !== 0) {
      event.preventDefault()
      setActive((offered.indexOf(chosen) + step + offered.length) % offered.length)
    } else if (chosen && plain && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault()
      choose(chosen)
    } else if (chosen && event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setCaret(null)
    } else onKeyDown?.(event)
  }
  return (
    <div className="relative">
      <Textarea
        {...rest}
        ref={box}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={chosen ? listId : undefined}
        aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
        onChange={(event) => {
          setActive(0)
          setCaret(event.target.selectionStart)
          onText(event.target.value)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKey}
      />
      {chosen ? (
        <div
          id={listId}
          role="listbox"
          aria-label="Members"
          className={cn(floatingStyle, 'absolute top-full left-0 z-50 mt-1 w-64 max-w-full p-1 text-sm')}
        >
          {offered.map((member) => (
            <div
              key={member.id}
              id={`${listId}-${member.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={member === chosen}
              className={cn(
                'flex cursor-default items-center gap-2 rounded-sm px-2 py-1',
                member === chosen && 'bg-hover',
              )}
              onPointerDown={(event) => {
                event.preventDefault()
                choose(member)
              }}
            >
              <Avatar name={member.name} />
              <span className="min-w-0 flex-1 truncate">{member.name}</span>
              <span className="truncate text-ink-3 text-xs">{member.role}</span>
            </div>
          ))}
        </div>
      ) : null}
      <span role="status" className="sr-only">
        {chosen ? `${offered.length} ${offered.length === 1 ? 'member' : 'members'}, ${chosen.name}` : ''}
      </span>
    </div>
  )
}
