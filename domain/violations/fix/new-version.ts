import type { Json } from '../../plan/json'
import { isJsonObject } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import type { ReplayedCall } from '../../replay/replayed-call'
import { compareAppVersions, isOrderable } from '../app-version'
import type { Candidate } from './candidate'
import type { Evidence } from './evidence'

/** So few calls of newer apps may be fine, or of older ones may break, and it is still a matter of versions. */
const mostStrays = 0.05

/** The first app version whose calls break it, where older apps are fine and newer ones are not; else null. */
export const brokenSince = ({ breaking, others }: Evidence): string | null => {
  const versions = breaking.map(({ appVersion }) => appVersion)
  if (versions.length === 0 || others.length === 0 || !versions.every(isOrderable)) return null
  const first = versions.reduce((least, version) =>
    (compareAppVersions(version, least) ?? 0) < 0 ? version : least,
  )
  const isOlder = ({ appVersion }: ReplayedCall) => (compareAppVersions(appVersion, first) ?? 0) < 0
  const strays = others.filter((call) => !isOlder(call)).length
  return strays <= others.length * mostStrays && others.some(isOlder) ? first : null
}

/** A new version of the rule for newer apps, so that older ones are judged as before. */
export const newVersion = (
  best: Candidate,
  rule: Rule,
  rules: readonly Rule[],
  since: string,
): Candidate | null => {
  const [edit] = best.edits
  if (rule.key === null || edit?.after == null || edit.before === null) return null
  const version =
    Math.max(
      ...rules.filter(({ type, key }) => type === rule.type && key === rule.key).map((each) => each.version),
    ) + 1
  return {
    kind: 'new-version',
    title: `New version ${version} of “${rule.key}” for apps from ${since}`,
    detail: `${best.title}, but only for calls that send event_version ${version}; older apps are judged as before.`,
    edits: [{ type: rule.type, key: rule.key, version, before: null, after: edit.after }],
    ...(best.means === undefined ? {} : { means: best.means }),
  }
}

/** The calls as they will be when newer apps send the new version. */
export const sendingVersion = (
  calls: readonly ReplayedCall[],
  since: string,
  version: number,
): readonly ReplayedCall[] =>
  calls.map((call) =>
    (compareAppVersions(call.appVersion, since) ?? -1) >= 0
      ? { ...call, call: withVersion(call.call, version) }
      : call,
  )

const withVersion = (call: Json, version: number): Json => {
  if (!isJsonObject(call)) return call
  const context = isJsonObject(call.context) ? call.context : {}
  const protocols = isJsonObject(context.protocols) ? context.protocols : {}
  return { ...call, context: { ...context, protocols: { ...protocols, event_version: version } } }
}
