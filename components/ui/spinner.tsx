import { LoaderCircle } from 'lucide-react'
import { cn } from './cn'

/** Says nothing by itself: what is being waited for stands beside it. */
export const Spinner = ({ className }: { className?: string }) => (
  <LoaderCircle
    aria-hidden="true"
    className={cn('size-3.5 animate-spin motion-reduce:animate-none', className)}
  />
)
