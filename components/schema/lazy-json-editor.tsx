'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from '../ui/skeleton'

/** `JsonEditor`, fetched when it is first shown. */
export const LazyJsonEditor = dynamic(() => import('./json-editor').then((module) => module.JsonEditor), {
  ssr: false,
  loading: () => <Skeleton className="h-96 w-full" />,
})
