'use client'
import { Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { cn } from './cn'
import { controlStyle } from './control-style'

type SearchInputProps = {
  readonly value: string
  readonly onValueChange: (value: string) => void
  readonly onLeave?: () => void
  readonly label: string
  readonly placeholder?: string
  readonly inputRef?: RefObject<HTMLInputElement | null>
  readonly className?: string
}

export const SearchInput = ({
  value,
  onValueChange,
  onLeave,
  label,
  placeholder,
  inputRef,
  className,
}: SearchInputProps) => (
  <div className={cn('relative', className)}>
    <Search
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
    />
    <input
      ref={inputRef}
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onBlur={onLeave}
      className={cn(controlStyle, 'h-8 pr-7 pl-8 [&::-webkit-search-cancel-button]:hidden')}
    />
    {value ? (
      <button
        type="button"
        aria-label="Clear search"
        onClick={() => onValueChange('')}
        className="focus-ring absolute top-1/2 right-1.5 flex size-5 -translate-y-1/2 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    ) : null}
  </div>
)
