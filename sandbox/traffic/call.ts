import type { JsonObject } from '@/sandbox/world/json'
import type { Rule } from '@/sandbox/world/rule'

/** A call about to be made by an app. */
export type Call = {
  sourceId: string
  rule: Rule
  /** Event, or name of the page or screen; empty for identify and group. */
  name: string
  /** Properties, or traits for identify and group. */
  body: JsonObject
  appVersion: string
  userId: string
}
