import { cn } from './cn'

/** The plumb bob. Decorative: the name stands beside it. */
export const Logo = ({ className }: { readonly className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('size-6', className)}>
    <rect width="32" height="32" rx="7" className="fill-accent-fill" />
    <path d="M16 4v12" className="stroke-accent-on" strokeWidth="2.4" strokeLinecap="round" />
    <path d="M10.5 15.5h11L16 27.5z" className="fill-accent-on" />
  </svg>
)
