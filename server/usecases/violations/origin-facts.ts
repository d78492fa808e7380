import { schemaBounds } from '@/domain/plan/parse-schema'
import { lastTouched } from '@/domain/plan/property-blame'
import { readJson } from '@/domain/plan/read-json'
import type { OriginFacts } from '@/domain/violations/origin'
import type { Unexplained } from '@/server/ports/origin-store'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Stores } from '@/server/ports/stores'

/** Gathers what is known about where violations come from; what they share is read once for all of them. */
export const originFacts = async (
  stores: Stores,
  violations: readonly Unexplained[],
): Promise<(violation: Unexplained) => Promise<OriginFacts>> => {
  const breaking = await stores.origins.breaking(violations.map(({ id }) => id))
  const sourceIds = new Set(violations.flatMap(({ id }) => breaking(id).map(({ sourceId }) => sourceId)))
  const releases = await stores.origins.releases([...sourceIds])
  const plannedOf = plannedRules(stores)
  return async (violation) => {
    const places = breaking(violation.id)
    const sources = new Set(places.map(({ sourceId }) => sourceId))
    const planned = await plannedOf(violation)
    const change = await changeOf(stores, violation, planned)
    const eventKnownSince = await stores.origins.eventKnownSince(violation)
    const isPlanned = planned.some(({ version }) => version === violation.ruleVersion)
    return {
      firstSeen: violation.firstSeen,
      breaking: releases.filter(({ sourceId, appVersion }) =>
        places.some((place) => place.sourceId === sourceId && place.appVersion === appVersion),
      ),
      releases: releases.filter(({ sourceId }) => sources.has(sourceId)),
      change,
      routing: await routingOf(stores, violation, planned),
      eventKnownSince,
      // Of a rule that went the plan's history here does not tell.
      quiet: isPlanned
        ? await quietOf(stores, violation, [...sources], [eventKnownSince, change?.at ?? ''])
        : null,
    }
  }
}

/** Since the latest of instants, and since the sources were heard of; null in `known` is an instant that is not known. */
const quietOf = async (
  { origins }: Stores,
  violation: Unexplained,
  sourceIds: readonly string[],
  known: readonly (string | null)[],
): Promise<OriginFacts['quiet']> => {
  const instants = [...known, await origins.heardSince(violation, sourceIds)]
  const told = instants.filter((instant) => instant !== null)
  const since = told.sort().at(-1)
  if (told.length < instants.length || since === undefined || since >= violation.firstSeen) return null
  return { since, events: await origins.eventsBefore(violation, sourceIds, since) }
}

/** The rules at head that may judge calls of a violation's event, read once for each event. */
const plannedRules = (stores: Stores) => {
  const known = new Map<string, readonly StoredRule[]>()
  return async ({ planId, ruleType, ruleKey }: Unexplained): Promise<readonly StoredRule[]> => {
    const address = JSON.stringify([planId, ruleType, ruleKey])
    const found = known.get(address)
    if (found) return found
    const version = (await stores.plans.find(planId))?.headVersion ?? null
    const page =
      version === null
        ? { rules: [] }
        : await stores.rules.page(planId, { version, type: ruleType, key: ruleKey ?? undefined, limit: 200 })
    const rules = page.rules.filter(({ key }) => key === ruleKey)
    known.set(address, rules)
    return rules
  }
}

/** The last change of the plan at the place, up to when the violation was first seen; its first version is none. */
const changeOf = async (
  stores: Stores,
  { planId, pointer, ruleVersion, firstSeen }: Unexplained,
  planned: readonly StoredRule[],
): Promise<OriginFacts['change']> => {
  const rule = planned.find(({ version }) => version === ruleVersion)
  if (!rule) return null
  const states: StoredRule[] = []
  for (const state of await stores.rules.history(planId, rule.lineage)) {
    const version = await stores.plans.version(planId, state.from)
    if (version !== null && version.at <= firstSeen) states.push(state)
  }
  if (states.length === 0) return null
  const touched = states[lastTouched(states.map(schemaOf), pointer)]
  if (touched === undefined || touched.from === 1) return null
  const version = await stores.plans.version(planId, touched.from)
  if (version === null) return null
  return {
    version: version.version,
    at: version.at,
    by: version.by,
    changeRequest: version.changeRequest,
  }
}

const schemaOf = ({ schemaText }: StoredRule) => {
  const read = readJson(schemaText, schemaBounds)
  return read.ok ? read.value : {}
}

const routingOf = async (
  stores: Stores,
  violation: Unexplained,
  planned: readonly StoredRule[],
): Promise<OriginFacts['routing']> => {
  if (violation.ruleVersion === null || planned.length < 2) return null
  const asked = await stores.origins.versionsAsked(violation)
  return asked.length === 0
    ? null
    : { asked, judgedBy: violation.ruleVersion, planned: planned.map(({ version }) => version) }
}
