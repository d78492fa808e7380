import { cn } from './cn'

/** Two initials on a quiet ground. The name stands beside it, or in `title`. */
export const Avatar = ({ name, className }: { readonly name: string; readonly className?: string }) => (
  <span
    aria-hidden="true"
    title={name}
    className={cn(
      'inline-flex size-5 shrink-0 select-none items-center justify-center rounded-full bg-accent-soft font-medium text-[0.5625rem] text-accent uppercase',
      className,
    )}
  >
    {initials(name)}
  </span>
)

const initials = (name: string) => {
  const words = name.trim().split(/\s+/)
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((word) => [...(word ?? '')][0]) : [...name].slice(0, 2)
  return letters.join('')
}
