import type { ReactNode } from 'react'
import { cn } from './cn'

/** A name or a value, in mono on a soft ground. */
export const Code = ({
  className,
  children,
}: {
  readonly className?: string
  readonly children: ReactNode
}) => (
  <code
    className={cn('break-words rounded-sm bg-sunken px-1 py-px font-mono text-[0.92em] text-ink', className)}
  >
    {children}
  </code>
)

/** A block of code or JSON that is only read. */
export const CodeBlock = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <section
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard
    tabIndex={0}
    aria-label={label}
    className="focus-ring max-h-96 overflow-auto rounded-md bg-sunken p-3"
  >
    <pre className="font-mono text-ink text-xs leading-5">{children}</pre>
  </section>
)
