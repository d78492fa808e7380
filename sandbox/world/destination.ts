import type { JsonObject } from '@/sandbox/world/json'

/** A mapping of an Actions destination; `trigger` is FQL. */
export type Subscription = {
  id: string
  name: string
  actionId: string
  actionSlug: string
  enabled: boolean
  settings: JsonObject
  trigger: string
}

export type Destination = {
  id: string
  name: string
  enabled: boolean
  metadataId: string
  sourceId: string
  settings: JsonObject
  subscriptions: Subscription[]
}
