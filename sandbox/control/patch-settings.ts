import { badRequest } from '@/sandbox/public-api/segment-error'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'
import type { Settings } from '@/sandbox/world/settings'

const patched = (before: Json, change: Json, at: string): Json => {
  if (!isObject(before)) {
    if (typeof change !== typeof before) throw badRequest(`"${at}" must be a ${typeof before}`)
    return change
  }
  if (!isObject(change)) throw badRequest(`"${at}" must be an object`)
  const unknown = Object.keys(change).find((name) => !(name in before))
  if (unknown !== undefined) throw badRequest(`"${at}.${unknown}" is not a setting`)
  const entries = Object.entries(before).map(([name, value]): [string, Json] => {
    const given = change[name]
    return [name, given === undefined ? value : patched(value, given, `${at}.${name}`)]
  })
  return Object.fromEntries(entries)
}

/** The settings with a change laid over them; every name must exist and keep its kind of value. */
export const patchSettings = (settings: Settings, change: JsonObject): Settings =>
  patched(settings, change, 'settings') as Settings
