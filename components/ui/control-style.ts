/** Shared by everything one types into or chooses from. */
export const controlStyle = [
  'w-full rounded-md border border-line-strong bg-surface text-sm text-ink placeholder:text-ink-3',
  'transition-colors duration-100 hover:border-ink-3/60 focus-ring-inset',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3',
  'aria-invalid:border-bad data-invalid:border-bad',
].join(' ')
