'use client'
import { useState } from 'react'
import { cn } from '../ui/cn'

type TextCellProps = {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly mono?: boolean
  readonly placeholder?: string
  /** Grows with what it holds; for text that is read as a whole. */
  readonly grows?: boolean
  readonly className?: string
}

/** Text in a table that becomes an edit when one leaves it or presses enter; escape takes it back. */
export const TextCell = ({ label, value, onCommit, mono, placeholder, grows, className }: TextCellProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed)
    setTyped(null)
  }
  const Box = grows ? 'textarea' : 'input'
  return (
    <Box
      aria-label={label}
      value={typed ?? value}
      placeholder={placeholder}
      spellCheck={!mono}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          commit()
        }
        if (event.key === 'Escape') setTyped(null)
      }}
      className={cn(
        'focus-ring-inset h-7 w-full min-w-0 rounded-md border border-transparent bg-transparent px-1.5 text-sm placeholder:text-ink-3 hover:border-line focus:border-line-strong focus:bg-surface',
        grows && 'field-sizing-content block h-auto min-h-7 resize-none py-0.5',
        mono && 'font-mono text-[0.95em]',
        className,
      )}
    />
  )
}
