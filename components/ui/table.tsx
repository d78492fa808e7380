import type { ComponentProps } from 'react'
import { cn } from './cn'

/** Plain tables that do not grow. Hairlines between rows, no box around. Wide ones scroll within. */
export const Table = ({ className, ...rest }: ComponentProps<'table'>) => (
  <div className="relative overflow-x-auto">
    <table {...rest} className={cn('w-full border-collapse text-sm', className)} />
  </div>
)

export const Th = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th
    scope="col"
    {...rest}
    className={cn(
      'h-8 whitespace-nowrap border-line border-b px-2 text-left font-medium text-ink-3 text-xs first:pl-0 last:pr-0',
      className,
    )}
  />
)

export const Td = ({ className, ...rest }: ComponentProps<'td'>) => (
  <td {...rest} className={cn('border-line border-b px-2 py-2 align-top first:pl-0 last:pr-0', className)} />
)
