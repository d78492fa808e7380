/** Of so many received calls so many were kept, by a uniform choice, and so many of those do what is counted. */
export type Sample = { readonly received: number; readonly kept: number; readonly counted: number }

/** How many received calls do what is counted: the best guess, and an interval that holds the truth 19 times of 20. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number }

/** What may lie beyond each end of an interval. */
const tail = 0.025

/**
 * From samples of strata to everything received. Within a stratum the limits are exact (hypergeometric, as Clopper and
 * Pearson's are for a binomial). Strata are joined in two ways, of which the wider counts at each end: by squares of
 * the distances to those limits (G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures",
 * Statistics in Medicine 27, 2008), and by their variance, since the former is too narrow where many strata hold one
 * or two of what is counted. Where everything was kept, all three numbers are the count itself.
 */
export const estimate = (strata: readonly Sample[]): Estimate => {
  let [value, below, above, variance, sampled, least, most] = [0, 0, 0, 0, 0, 0, 0]
  for (const stratum of strata) {
    const { received, kept, counted } = whole(stratum)
    const guess = kept === 0 ? 0 : (received * counted) / kept
    value += guess
    below += (guess - lowest(received, kept, counted)) ** 2
    above += (highest(received, kept, counted) - guess) ** 2
    variance += varianceOf(received, kept, counted)
    if (kept < received) sampled += 1
    least += counted
    most += received - (kept - counted)
  }
  const spread = sampled > 1 ? deviations * Math.sqrt(variance) : 0
  return {
    value: Math.round(value),
    low: Math.max(least, Math.floor(value - Math.max(Math.sqrt(below), spread) + rounding)),
    high: Math.min(most, Math.ceil(value + Math.max(Math.sqrt(above), spread) - rounding) + 0),
  }
}

/** Standard deviations of a normal distribution between its middle and `tail`. */
const deviations = 1.959964

/** Of the guess for one stratum; by Laplace's rule, so that a few calls that all agree do not look certain. */
const varianceOf = (received: number, kept: number, counted: number): number => {
  if (kept === 0) return 0
  const share = (counted + 1) / (kept + 2)
  return (received * (received - kept) * share * (1 - share)) / kept
}

/** Sums of doubles are not exact; what lies this near to a whole number is one. */
const rounding = 1e-6

const whole = ({ received, kept, counted }: Sample): Sample => ({
  received: Math.max(Math.round(received), kept),
  kept,
  counted,
})

const lowest = (received: number, kept: number, counted: number): number =>
  received - highest(received, kept, kept - counted)

/** The largest number among all received with which so few among the kept ones are still to be expected. */
const highest = (received: number, kept: number, counted: number): number => {
  let known = counted
  let beyond = received - (kept - counted) + 1
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2)
    if (chanceOfAtMost(counted, { received, kept, counted: middle }) > tail) known = middle
    else beyond = middle
  }
  return known
}

/** The chance that at most `most` of the kept calls are counted, where `counted` of all received are. */
const chanceOfAtMost = (most: number, { received, kept, counted }: Sample): number => {
  let chance = Math.exp(
    logChoices(counted, most) + logChoices(received - counted, kept - most) - logChoices(received, kept),
  )
  let sum = chance
  for (let found = most; found > 0 && chance > sum * 1e-12; found -= 1) {
    chance *= (found * (received - counted - kept + found)) / ((counted - found + 1) * (kept - found + 1))
    sum += chance
  }
  return sum
}

const logChoices = (from: number, take: number): number =>
  take < 0 || take > from
    ? Number.NEGATIVE_INFINITY
    : logFactorial(from) - logFactorial(take) - logFactorial(from - take)

const small: number[] = [0]
for (let number = 1; number < 256; number += 1) small.push((small[number - 1] ?? 0) + Math.log(number))

/** Stirling's series; its error is below 1e-12 from 256 on. */
const logFactorial = (number: number): number =>
  small[number] ??
  (number + 0.5) * Math.log(number) -
    number +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * number) -
    1 / (360 * number ** 3)
