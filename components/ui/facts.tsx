import type { ReactNode } from 'react'

/** Names and values side by side. */
export const Facts = ({
  items,
}: {
  readonly items: readonly { readonly name: string; readonly value: ReactNode }[]
}) => (
  <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
    {items.map(({ name, value }) => (
      <div key={name} className="contents">
        <dt className="text-ink-3">{name}</dt>
        <dd className="min-w-0 text-ink">{value}</dd>
      </div>
    ))}
  </dl>
)
