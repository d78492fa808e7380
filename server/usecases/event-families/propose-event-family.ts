import type { ProposeFamily } from '@/contracts/event-family'
import type { FixStarted } from '@/contracts/fix'
import type { Edit } from '@/domain/plan/edit'
import { isJsonObject, type JsonObject } from '@/domain/plan/json'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { updateSchemaText } from '@/domain/plan/update-schema-text'
import type { EventFamily } from '@/domain/traffic/event-families'
import { inferSchema } from '@/domain/traffic/infer-schema'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { CallName } from '@/server/ports/traffic-store'
import { authorize } from '../authorize'
import { openRequest } from '../change-requests/open-request'
import { fail } from '../fail'
import { noteDecisions } from '../violations/keep-decisions'
import { planFix } from '../violations/plan-fix'
import { codeFixOf } from './code-fix'
import { familiesOf } from './families-of'

const membersRead = 20
const callsRead = 500
const mostLinked = 100

/**
 * Opens a change request that plans the one event behind a family of names, with the property that carries the value,
 * and links the violations of its members. What is left to do is in the code, and the request says so.
 */
export const proposeEventFamily = async (
  ctx: Context,
  input: { readonly plan: string } & ProposeFamily,
): Promise<FixStarted> => {
  authorize(ctx.actor, 'propose')
  const { plan, base, families } = await familiesOf(ctx, input.plan)
  const family =
    families.find(({ template }) => template === input.template) ??
    fail({ code: 'stale', detail: 'These names are not seen like this any more.', current: null })
  return ctx.transaction(async (stores) => {
    const edit = await editFor(stores, plan.id, base, family)
    if (edit === null)
      return fail({
        code: 'wrong-state',
        detail: `The plan holds “${family.name}” with that property already. ${codeFixOf(family)}`,
        status: 'planned',
      })
    const number = await openRequest(ctx, stores, plan, {
      title: `Plan “${family.name}” for names that carry a value`.slice(0, 200),
      description: [
        `${family.members.length} names are one event with a value in its name: \`${family.template}\`.`,
        `Such as ${family.members
          .slice(0, 5)
          .map(({ name }) => `“${name}”`)
          .join(', ')}.`,
        `In the code: ${codeFixOf(family)}`,
      ].join('\n\n'),
      status: 'draft',
      base,
      edits: [edit],
    })
    const request =
      (await stores.changeRequests.find(plan.id, number)) ??
      fail({ code: 'not-found', what: 'change request' })
    const links = (await violationsOf(ctx, stores, plan.id, family)).map((violationId) => ({
      violationId,
      appVersion: null,
    }))
    await noteDecisions(ctx, stores, await planFix(ctx, stores, request, links))
    return { number }
  })
}

const editFor = async (
  stores: Stores,
  planId: string,
  base: number,
  family: EventFamily,
): Promise<Edit | null> => {
  const rules = await stores.rules.judging(planId, base, { type: 'TRACK', keys: [family.name] })
  const planned = rules
    .filter(({ type, key }) => type === 'TRACK' && key === family.name)
    .sort((a, b) => a.version - b.version)[0]
  if (planned) {
    const rows = family.parts.map(({ property }) => ({
      ...{ kind: 'add' as const, parent: '/properties/properties', name: property, required: false },
      schema: { type: 'string' },
    }))
    // A property that is there already is left as it is.
    const after = rows.reduce((text, row) => {
      const updated = updateSchemaText(text, [row])
      return updated.ok ? updated.schemaText : text
    }, planned.schemaText)
    return after === planned.schemaText ? null : { ...ruleIdOf(planned), before: planned.schemaText, after }
  }
  const events = family.members
    .slice(0, membersRead)
    .map(({ name }): CallName => ({ callType: 'track', event: name }))
  const { calls } = await stores.traffic.page(planId, { events, limit: callsRead })
  const seen = calls.flatMap(({ call, masked }) =>
    isJsonObject(call) && isJsonObject(call.properties)
      ? [{ value: call.properties, isMasked: masked.some((at) => at.startsWith('/properties')) }]
      : [],
  )
  const inferred = inferSchema(seen)
  const found: JsonObject = isJsonObject(inferred.properties) ? inferred.properties : {}
  const added = family.parts
    .filter(({ property }) => !Object.hasOwn(found, property))
    .map(({ property }) => [property, { type: 'string', description: 'Was a part of the name.' }] as const)
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      context: { type: 'object' },
      traits: { type: 'object' },
      properties: { ...inferred, type: 'object', properties: { ...found, ...Object.fromEntries(added) } },
    },
  }
  return { type: 'TRACK', key: family.name, version: 1, before: null, after: JSON.stringify(schema, null, 2) }
}

const violationsOf = async (
  ctx: Context,
  stores: Stores,
  planId: string,
  { members }: EventFamily,
): Promise<readonly string[]> => {
  const ids: string[] = []
  for (const { name } of members.slice(0, mostLinked)) {
    const { violations } = await stores.violations.page(
      { planId, key: name, type: 'TRACK', limit: 10 },
      ctx.now(),
    )
    ids.push(...violations.filter(({ type }) => type === 'unplanned-event').map(({ id }) => id))
  }
  return ids
}
