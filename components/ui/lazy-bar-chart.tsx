'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from './skeleton'

/** The chart library is large: it comes when a chart is shown, and the place is kept until then. */
export const LazyBarChart = dynamic(() => import('./bar-chart').then(({ BarChart }) => BarChart), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
})
