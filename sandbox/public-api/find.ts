import { notFound } from '@/sandbox/public-api/segment-error'
import type { Sandbox } from '@/sandbox/world/sandbox'

export const findPlan = ({ state }: Sandbox, id: string) => {
  const plan = state.plans.find((candidate) => candidate.id === id)
  if (!plan) throw notFound('Tracking plan')
  return plan
}

export const findSource = ({ state }: Sandbox, id: string) => {
  const source = state.sources.find((candidate) => candidate.id === id)
  if (!source) throw notFound('Source')
  return source
}

export const findDestination = ({ state }: Sandbox, id: string) => {
  const destination = state.destinations.find((candidate) => candidate.id === id)
  if (!destination) throw notFound('Destination')
  return destination
}
