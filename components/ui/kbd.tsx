import type { ReactNode } from 'react'

export const Kbd = ({ children }: { readonly children: ReactNode }) => (
  <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-ground px-1 font-sans text-2xs text-ink-2">
    {children}
  </kbd>
)
