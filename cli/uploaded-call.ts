import { isJsonObject, type Json } from '@/domain/plan/json'

/** What goes along of a call that broke something: which it was, when, and what sent it. Nothing of its contents. */
export type UploadedCall = {
  readonly type?: Json
  readonly event?: Json
  readonly at?: Json
  readonly appVersion?: Json
  readonly library?: Json
}

export const uploadedCall = (text: string): UploadedCall => {
  const call = parsed(text)
  const at = (value: Json | undefined, name: string): Json | undefined =>
    isJsonObject(value) ? value[name] : undefined
  const context = at(call, 'context')
  return {
    type: at(call, 'type'),
    event: at(call, at(call, 'type') === 'track' ? 'event' : 'name'),
    at: at(call, 'timestamp') ?? at(call, 'sentAt'),
    appVersion: at(at(context, 'app'), 'version'),
    library: at(context, 'library'),
  }
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
