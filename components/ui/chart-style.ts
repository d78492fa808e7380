/** How axes of every chart look. */
export const axisStyle = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-3)', fontSize: 11 },
  tickLine: false,
} as const

/** How what floats beside the pointer looks. */
export const tooltipStyle = {
  contentStyle: {
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 8,
    boxShadow: 'var(--float)',
    fontSize: 12,
    padding: '6px 10px',
  },
  labelStyle: { color: 'var(--ink)', fontWeight: 500 },
  itemStyle: { color: 'var(--ink-2)', padding: 0 },
} as const
