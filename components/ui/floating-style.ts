/** Things that float are the only ones with a shadow. */
export const floatingStyle = [
  'rounded-lg border border-line bg-surface text-ink shadow-float outline-hidden',
  'origin-(--transform-origin) transition-[scale,opacity] duration-100 ease-out motion-reduce:transition-none',
  'data-starting-style:scale-[0.98] data-starting-style:opacity-0 data-ending-style:scale-[0.98] data-ending-style:opacity-0',
].join(' ')

/** A row of a menu or list box. */
export const itemStyle = [
  'relative flex min-h-7 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-hidden',
  'data-highlighted:bg-hover data-disabled:text-ink-3 [&>svg]:size-3.5 [&>svg]:shrink-0 [&>svg]:text-ink-3',
].join(' ')
