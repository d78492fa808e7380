'use client'
import { debounce, parseAsString, useQueryState } from 'nuqs'
import { useRef } from 'react'
import { SearchInput } from '../ui/search-input'
import { useKeys } from '../ui/use-keys'

type AddressSearchProps = {
  readonly label: string
  readonly placeholder: string
  readonly className?: string
}

const quiet = debounce(150)

/** The search whose text stands in the address as `q`. `/` goes to it. */
export const AddressSearch = (props: AddressSearchProps) => {
  const [text, setText] = useQueryState('q', parseAsString.withDefault(''))
  const input = useRef<HTMLInputElement>(null)
  const isWaiting = useRef(false)
  useKeys({ '/': () => input.current?.focus() })
  return (
    <SearchInput
      {...props}
      inputRef={input}
      value={text}
      onValueChange={(next) => {
        isWaiting.current = true
        setText(next || null, { limitUrlUpdates: quiet })
      }}
      // An address that is written while a link is being followed breaks that journey off.
      onLeave={() => {
        if (isWaiting.current) setText(text || null)
        isWaiting.current = false
      }}
    />
  )
}
