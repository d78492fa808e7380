/** Bars that fit a table cell: counts of seven days by quarters of a day, oldest first. */
export const Sparkline = ({ trend: bars }: { readonly trend: readonly number[] }) => {
  const most = Math.max(...bars, 1)
  const total = bars.reduce((sum, count) => sum + count, 0)
  return (
    <svg
      role="img"
      aria-label={`${total.toLocaleString('en')} in the last 7 days`}
      viewBox={`0 0 ${bars.length * 3} 20`}
      preserveAspectRatio="none"
      className="h-5 w-full max-w-24"
    >
      <path d={`M0 19.5H${bars.length * 3}`} className="stroke-line-strong" strokeWidth="1" />
      <path
        d={bars.map((count, at) => bar(at * 3, (count / most) * 18)).join('')}
        className="fill-accent-fill"
      />
    </svg>
  )
}

const bar = (x: number, height: number) => (height > 0 ? `M${x} 19V${19 - Math.max(height, 1.5)}h2V19z` : '')
