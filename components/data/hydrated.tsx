import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/** Hands what a page has read to the queries of its screen. */
export const Hydrated = ({
  queries,
  children,
}: {
  readonly queries: QueryClient
  readonly children: ReactNode
}) => <HydrationBoundary state={dehydrate(queries)}>{children}</HydrationBoundary>
