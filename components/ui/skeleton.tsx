import { cn } from './cn'

/** A shape where something will stand. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div
    aria-hidden="true"
    className={cn('animate-pulse rounded-sm bg-sunken motion-reduce:animate-none', className)}
  />
)

const widths = ['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5', 'w-1/3', 'w-4/5', 'w-5/12'] as const

/** Rows of a list that is on its way. */
export const SkeletonRows = ({ label }: { readonly label: string }) => (
  <div role="status" aria-label={label} className="flex flex-col gap-3 py-3">
    {widths.map((width) => (
      <Skeleton key={width} className={cn('h-4', width)} />
    ))}
  </div>
)
