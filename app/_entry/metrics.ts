import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Operation } from '@/contracts/operation'

type Metrics = { readonly registry: Registry; readonly requests: Histogram<'operation' | 'status'> }

// One per process, however often Next loads this module.
const shared = globalThis as { plumblineMetrics?: Metrics }

const metrics = (): Metrics => {
  shared.plumblineMetrics ??= makeMetrics()
  return shared.plumblineMetrics
}

const makeMetrics = (): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'plumbline_' })
  const requests = new Histogram({
    name: 'plumbline_http_request_seconds',
    help: 'Time to answer a REST call, by operation and status',
    labelNames: ['operation', 'status'] as const,
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return { registry, requests }
}

/** Counts an answered REST call. */
export const answered = ({ method, path }: Operation, status: number, milliseconds: number): void =>
  metrics().requests.observe({ operation: `${method} ${path}`, status: String(status) }, milliseconds / 1_000)

/** Everything measured, in the text format of Prometheus. */
export const metricsText = async (): Promise<{ readonly contentType: string; readonly text: string }> => {
  const { registry } = metrics()
  return { contentType: registry.contentType, text: await registry.metrics() }
}
