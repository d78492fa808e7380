import { type BenchResult, type Figure, isMet } from './figure'

/** A bench for people: a line a figure, with the anchor, the product, the ratio and the goal. */
export const printResult = (title: string, { figures, notes }: BenchResult): void => {
  console.log(`\n${title}`)
  for (const figure of figures) console.log(`  ${asLine(figure)}`)
  for (const { name, value } of notes) console.log(`  ${name}: ${value}`)
}

const asLine = (figure: Figure): string => {
  const { name, unit, anchor, product, ratio, goal } = figure
  const wanted = 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`
  const verdict = isMet(figure) ? 'met' : 'NOT MET'
  return `${name}: ${product.what} ${shown(product.value)} ${unit}, ${anchor.what} ${shown(anchor.value)} ${unit}, ratio ${ratio.toFixed(3)} (goal ${wanted}: ${verdict})`
}

const shown = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
