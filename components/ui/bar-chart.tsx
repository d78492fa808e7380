'use client'
import { Bar, BarChart as Chart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { BarChartProps, BarMark, BarPart, BarPoint } from './bar-chart-data'
import { axisStyle, tooltipStyle } from './chart-style'
import { Table, Td, Th } from './table'

const count = (value: number) => value.toLocaleString('en')
const short = new Intl.NumberFormat('en', { notation: 'compact' })

/** Stacked bars over time. The picture is for the eye; the same numbers stand in a table below, for everybody. */
export const BarChart = ({ label, parts, points, marks = [] }: BarChartProps) => (
  <figure aria-label={label} className="flex flex-col gap-2">
    {parts.length > 1 ? <Legend parts={parts} /> : null}
    <div aria-hidden="true" className="h-52">
      <ResponsiveContainer width="100%" height="100%">
        <Chart
          data={points.map(({ values, title }) => ({ ...values, title }))}
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          barCategoryGap={points.length > 60 ? 0.5 : '18%'}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="title"
            {...axisStyle}
            ticks={tickTitles(points)}
            tickFormatter={(title: string) => points.find((point) => point.title === title)?.tick ?? ''}
            interval="equidistantPreserveStart"
            minTickGap={16}
          />
          <YAxis
            {...axisStyle}
            axisLine={false}
            width={36}
            allowDecimals={false}
            tickFormatter={(value: number) => short.format(value)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hover)' }}
            labelFormatter={(_, payload) => String(payload[0]?.payload?.title ?? '')}
            formatter={(value, name) => [count(Number(value)), name]}
            {...tooltipStyle}
          />
          {marks.map(({ title, label: what, color }) => (
            <ReferenceLine key={`${title} ${what}`} x={title} stroke={color} strokeDasharray="3 2" />
          ))}
          {parts.map(({ key, label: name, color }) => (
            <Bar
              key={key}
              dataKey={(row: Readonly<Record<string, number>>) => row[key] ?? 0}
              name={name}
              stackId="all"
              fill={color}
              isAnimationActive={false}
            />
          ))}
        </Chart>
      </ResponsiveContainer>
    </div>
    {marks.length > 0 ? <Marks marks={marks} /> : null}
    <Numbers label={label} parts={parts} points={points} />
  </figure>
)

/** Where a tick may stand: at the first of the points that share it, such as the hours of one day. */
const tickTitles = (points: readonly BarPoint[]): string[] =>
  points.filter(({ tick }, at) => tick !== points[at - 1]?.tick).map(({ title }) => title)

const Legend = ({ parts }: { readonly parts: readonly BarPart[] }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
    {parts.map(({ key, label, color }) => (
      <li key={key} className="flex items-center gap-1.5">
        <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2">
          <rect width="8" height="8" rx="2" fill={color} />
        </svg>
        {label}
      </li>
    ))}
  </ul>
)

/** What the lines in the picture mean, for everybody. */
const Marks = ({ marks }: { readonly marks: readonly BarMark[] }) => (
  <ul aria-label="What happened in this time" className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
    {marks.map(({ title, label, color }) => (
      <li key={`${title} ${label}`} className="flex items-center gap-1.5">
        <svg aria-hidden="true" viewBox="0 0 2 10" className="h-2.5 w-0.5">
          <path d="M1 0V10" stroke={color} strokeWidth="2" strokeDasharray="3 2" />
        </svg>
        {label}, {title}
      </li>
    ))}
  </ul>
)

const Numbers = ({ label, parts, points }: BarChartProps) => {
  const shown = points.filter(({ values }) => parts.some(({ key }) => (values[key] ?? 0) > 0))
  return (
    <details className="text-sm">
      <summary className="focus-ring w-fit cursor-pointer rounded-sm text-ink-3 text-xs hover:text-ink">
        The numbers as a table
      </summary>
      <div className="mt-2 max-h-72 overflow-y-auto">
        <Table aria-label={label}>
          <thead>
            <tr>
              <Th>When</Th>
              {parts.map((part) => (
                <Th key={part.key} className="text-right">
                  {part.label}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ title, values }) => (
              <tr key={title}>
                <Td>{title}</Td>
                {parts.map(({ key }) => (
                  <Td key={key} className="text-right">
                    {count(values[key] ?? 0)}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
        {shown.length === 0 ? <p className="py-2 text-ink-3">Nothing was counted in this time.</p> : null}
      </div>
    </details>
  )
}
