import { isObject, type JsonObject } from '@/sandbox/world/json'

export const callTypes = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const
export type CallType = (typeof callTypes)[number]

/** A call as it came in; everything but `type`, `messageId` and the shape of `context` is unchecked. */
export type Message = JsonObject & { type: CallType; messageId: string; context?: JsonObject }

/** What Segment counts a call under: the event, or the name of the page or screen. */
export const eventNameOf = ({ type, event, name }: Message): string | undefined => {
  if (type === 'track') return typeof event === 'string' ? event : undefined
  if (type === 'page') return typeof name === 'string' && name !== '' ? name : 'Page Viewed'
  if (type === 'screen') return typeof name === 'string' && name !== '' ? name : 'Screen Viewed'
  return undefined
}

export const appVersionOf = ({ context }: Message): string | undefined => {
  const app = context?.app
  return isObject(app) && typeof app.version === 'string' ? app.version : undefined
}
