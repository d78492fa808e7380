'use client'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'

type CopyButtonProps = {
  readonly text: string
  /** What is copied, e.g. "link". */
  readonly what: string
  readonly showLabel?: boolean
}

export const CopyButton = ({ text, what, showLabel }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <Button
      variant={showLabel ? 'secondary' : 'ghost'}
      size={showLabel ? 'md' : 'icon-sm'}
      aria-label={copied ? `Copied ${what}` : `Copy ${what}`}
      icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
      }}
    >
      {showLabel ? (copied ? 'Copied' : `Copy ${what}`) : null}
    </Button>
  )
}
