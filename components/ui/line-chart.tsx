'use client'
import { LineChart as Chart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { axisStyle, tooltipStyle } from './chart-style'

export type LinePoint = {
  readonly tick: string
  readonly title: string
  /** Null leaves a gap. */
  readonly value: number | null
}

export type LineChartProps = {
  /** What the line is of. */
  readonly name: string
  readonly points: readonly LinePoint[]
  readonly textOf: (value: number) => string
  /** The highest value there can be; as high as the points reach when absent. */
  readonly most?: number
}

/** A line over time. The picture is for the eye only: whoever shows it gives the same numbers as a table. */
export const LineChart = ({ name, points, textOf, most }: LineChartProps) => (
  // On paper a chart is as wide as its column, not as it was on the screen.
  <div
    aria-hidden="true"
    className="h-44 print:[&_.recharts-surface]:w-full! print:[&_.recharts-wrapper]:w-full!"
  >
    <ResponsiveContainer width="100%" height="100%">
      <Chart data={[...points]} margin={{ top: 6, right: 6, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <XAxis
          dataKey="title"
          {...axisStyle}
          tickFormatter={(title: string) => points.find((point) => point.title === title)?.tick ?? ''}
          interval="equidistantPreserveStart"
          minTickGap={24}
        />
        <YAxis
          {...axisStyle}
          axisLine={false}
          width={52}
          domain={[0, most ?? 'auto']}
          tickFormatter={(value: number) => textOf(value)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          labelFormatter={(_, payload) => String(payload[0]?.payload?.title ?? '')}
          formatter={(value) => [textOf(Number(value)), name]}
          {...tooltipStyle}
        />
        <Line
          dataKey="value"
          name={name}
          type="linear"
          stroke="var(--accent-fill)"
          strokeWidth={2}
          // Without dots, a point between two gaps would not be seen.
          dot={{ r: 2, fill: 'var(--accent-fill)', strokeWidth: 0 }}
          isAnimationActive={false}
        />
      </Chart>
    </ResponsiveContainer>
  </div>
)
