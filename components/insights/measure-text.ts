/** Whole numbers from 100 on, one digit more below. */
export const numberText = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : 1 })

/** A share of 0 to 1. What is nearly all is not called all. */
export const shareText = (value: number): string => {
  const percent = value * 100
  const shown = value < 1 ? Math.min(percent, 99.9) : percent
  return `${shown.toLocaleString('en', { maximumFractionDigits: 1 })} %`
}

/** Hours as people say them: minutes, hours or days. */
export const hoursText = (hours: number): string => {
  if (hours < 1) return `${Math.round(hours * 60)} min`
  if (hours < 48) return `${numberText(hours)} h`
  return `${numberText(hours / 24)} days`
}

/** Days in UTC, as one or as a time. */
export const spanText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`

/** Days are counted in UTC, so they are named in it too. */
export const dayText = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  })
