'use client'
import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched ahead when somebody points at it or reaches it with the keyboard. Next would fetch every
 * link in sight ahead, which for a list is a request a row.
 */
export const IntentLink = ({ onMouseEnter, onTouchStart, onFocus, ...rest }: ComponentProps<typeof Link>) => {
  const [wanted, setWanted] = useState(false)
  return (
    <Link
      {...rest}
      prefetch={wanted ? null : false}
      onMouseEnter={(event) => {
        setWanted(true)
        onMouseEnter?.(event)
      }}
      onTouchStart={(event) => {
        setWanted(true)
        onTouchStart?.(event)
      }}
      onFocus={(event) => {
        setWanted(true)
        onFocus?.(event)
      }}
    />
  )
}
