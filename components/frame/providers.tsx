'use client'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { queryClient } from '../data/query-client'
import { NonceProvider } from '../ui/nonce'
import { Toaster } from '../ui/toaster'

type ProvidersProps = {
  /** The request's CSP nonce, for the few style and script elements that are made at run time. */
  readonly nonce: string | undefined
  readonly children: ReactNode
}

/** What every screen stands in: theme, queries, URL state, tooltips and toasts. */
export const Providers = ({ nonce, children }: ProvidersProps) => (
  <ThemeProvider attribute="class" disableTransitionOnChange nonce={nonce}>
    <NonceProvider nonce={nonce}>
      <CSPProvider nonce={nonce} disableStyleElements>
        <QueryClientProvider client={queryClient()}>
          <NuqsAdapter>
            <Tooltip.Provider delay={400}>
              {children}
              <Toaster />
            </Tooltip.Provider>
          </NuqsAdapter>
        </QueryClientProvider>
      </CSPProvider>
    </NonceProvider>
  </ThemeProvider>
)
