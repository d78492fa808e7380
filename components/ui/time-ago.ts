const steps = [
  { below: 60, seconds: 1, unit: 's' },
  { below: 3_600, seconds: 60, unit: 'min' },
  { below: 86_400, seconds: 3_600, unit: 'h' },
  { below: 30 * 86_400, seconds: 86_400, unit: 'd' },
] as const

/** "just now", "5 min ago", "in 2 h"; beyond thirty days the date, with the year when it is another one. */
export const timeAgo = (instant: Date, now: Date): string => {
  const seconds = (now.getTime() - instant.getTime()) / 1_000
  const distance = Math.abs(seconds)
  if (distance < 45) return 'just now'
  const step = steps.find(({ below }) => distance < below)
  if (!step)
    return instant.toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      ...(instant.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
    })
  const amount = `${Math.max(1, Math.floor(distance / step.seconds))} ${step.unit}`
  return seconds < 0 ? `in ${amount}` : `${amount} ago`
}
