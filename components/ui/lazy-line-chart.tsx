'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from './skeleton'

/** The chart library is large: it comes when a chart is shown, and the place is kept until then. */
export const LazyLineChart = dynamic(() => import('./line-chart').then(({ LineChart }) => LineChart), {
  ssr: false,
  loading: () => <Skeleton className="h-44 w-full" />,
})
