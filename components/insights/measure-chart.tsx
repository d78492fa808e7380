'use client'
import type { InsightsView } from '@/contracts/insights'
import { LazyLineChart } from '../ui/lazy-line-chart'
import { Table, Td, Th } from '../ui/table'
import type { Measure } from './measure'
import { dayText, spanText } from './measure-text'

type MeasureChartProps = { readonly measure: Measure; readonly points: InsightsView['points'] }

const notKnown = 'not known'

/** A measure over time, as a picture and as a table of the same numbers with what they are made of. */
export const MeasureChart = ({
  measure: { title, numberOf, textOf, isShare, parts },
  points,
}: MeasureChartProps) => {
  const label = `${title} over time`
  return (
    <figure aria-label={label} className="flex flex-col gap-2">
      <LazyLineChart
        name={title}
        textOf={textOf}
        {...(isShare ? { most: 1 } : {})}
        points={points.map((point) => ({
          tick: dayText(point.from).replace(/ \d+$/, ''),
          title: spanText(point),
          value: numberOf(point),
        }))}
      />
      <details className="text-sm">
        <summary className="focus-ring w-fit cursor-pointer rounded-sm text-ink-3 text-xs hover:text-ink">
          The numbers as a table
        </summary>
        <div className="mt-2 max-h-72 overflow-y-auto print:max-h-none">
          <Table aria-label={label}>
            <thead>
              <tr>
                <Th>When</Th>
                {[title, ...parts.map((part) => part.label)].map((name) => (
                  <Th key={name} className="text-right">
                    {name}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => {
                const value = numberOf(point)
                return (
                  <tr key={point.from}>
                    <Td className="whitespace-nowrap">{spanText(point)}</Td>
                    <Td className="text-right tabular-nums">{value === null ? notKnown : textOf(value)}</Td>
                    {parts.map((part) => (
                      <Td key={part.label} className="text-right tabular-nums">
                        {part.numberOf(point)?.toLocaleString('en') ?? notKnown}
                      </Td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </Table>
        </div>
      </details>
    </figure>
  )
}
