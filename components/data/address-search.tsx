'use client'
import { createSerializer, debounce, parseAsString, throttle, useQueryState } from 'nuqs'
import { useRef } from 'react'
import { SearchInput } from '../ui/search-input'
import { useKeys } from '../ui/use-keys'

type AddressSearchProps = {
  readonly label: string
  readonly placeholder: string
  readonly className?: string
}

const parser = parseAsString.withDefault('')
const addressWith = createSerializer({ q: parser })
const soon = debounce(150)
const never = throttle(Number.POSITIVE_INFINITY)

/** The search whose text stands in the address as `q`. `/` goes to it. */
export const AddressSearch = (props: AddressSearchProps) => {
  const [text, setText] = useQueryState('q', parser)
  const input = useRef<HTMLInputElement>(null)
  const isWaiting = useRef(false)
  useKeys({ '/': () => input.current?.focus() })
  const write = async (next: string) => {
    isWaiting.current = true
    await setText(next || null, { limitUrlUpdates: soon })
    isWaiting.current = false
  }
  // The router gives a navigation up when the address is written meanwhile, so what waits is written before a link
  // can be pressed.
  const writeNow = () => {
    if (!isWaiting.current) return
    setText(text || null, { limitUrlUpdates: never })
    window.history.replaceState(null, '', addressWith(window.location.href, { q: text }))
  }
  return <SearchInput {...props} inputRef={input} value={text} onValueChange={write} onLeave={writeNow} />
}
