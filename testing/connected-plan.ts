import type { Rule } from '@/domain/plan/rule'
import { rulesHash } from '@/domain/plan/rules-hash'
import { startSandbox } from '@/sandbox/start-sandbox'
import type { Context } from '@/server/ports/context'

/** Text of each schema by the rule's key, or type. */
export type HeldSchemas = Readonly<Record<string, string>>

type WireRule = { type: string; key?: string; version: number; jsonSchema: unknown }

/** A plan of ours that is live in a sandbox, and the sandbox's own view of it. */
export type ConnectedPlan = {
  readonly planId: string
  /** What the sandbox truly holds, by key; rules without one by their type. */
  readonly held: () => Promise<Readonly<Record<string, unknown>>>
  /** What it held after each write since it began, oldest first, as the sandbox itself noted it. */
  readonly states: () => Promise<readonly HeldSchemas[]>
  /** Somebody edits the plan in Segment by hand: these rules are put beside or over the others, null removes. */
  readonly editByHand: (changes: Readonly<Record<string, unknown>>) => Promise<void>
  /** How long reads lag behind writes from now on, in milliseconds. */
  readonly showWritesAfter: (ms: number) => Promise<void>
  readonly arm: (fault: Readonly<Record<string, unknown>>) => Promise<void>
  /** Calls that changed rules: `PATCH 3` for an upsert of three. */
  readonly writes: () => Promise<readonly string[]>
  /** How many pages of rules were read. */
  readonly pagesRead: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Puts TRACK rules (by name) into a new sandbox and imports them as version 1. */
export const connectedPlan = async (
  { transaction, newId, now, secrets }: Context,
  rules: readonly Rule[],
): Promise<ConnectedPlan> => {
  const sandbox = await startSandbox({ traffic: false, history: false })
  const segmentId = 'tp_connected'
  const control = `${sandbox.url}/_sandbox`
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${control}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const load = (list: readonly WireRule[]) =>
    ask('PUT', `/plans/${segmentId}/rules`, { name: 'Storefront', rules: list })
  const wireRules = async () =>
    ((await ask('GET', `/plans/${segmentId}/rules`)) as { rules: WireRule[] }).rules

  await ask('PATCH', '/settings', {
    consistencyDelayMs: 40,
    rateLimits: { perMinute: 100_000, rulesListPerMinute: 100_000 },
  })
  await load(
    rules.map(({ type, key, version, jsonSchema }) => ({
      type,
      ...(key === null ? {} : { key }),
      version,
      jsonSchema,
    })),
  )
  const planId = await transaction(async ({ workspaces, plans, rules: ruleStore }) => {
    const workspaceId = newId()
    await workspaces.add({
      id: workspaceId,
      segmentId: `ws_${workspaceId}`,
      name: 'Acme Commerce',
      slug: 'acme-commerce',
      region: 'us',
      apiUrl: sandbox.url,
      tokenSealed: secrets.seal('sandbox'),
      demo: true,
      problem: null,
      connectedAt: now(),
    })
    const id = await plans.upsert({
      workspaceId,
      segmentId,
      resourceSchemaId: null,
      name: 'Storefront',
      description: null,
      newId: newId(),
    })
    const steps = rules.map((rule) => ({ kind: 'add', rule }) as const)
    const version = { version: 1, at: now(), by: 'Segment', note: 'First import', changeRequest: null }
    await ruleStore.writeVersion(id, { ...version, steps })
    await plans.setLive(id, 1)
    await plans.recordSeen(id, { at: now(), seenHash: rulesHash(rules), rules })
    return id
  })
  type Asked = { method: string; path: string; body?: { rules?: unknown[] } }
  const asked = async () => ((await ask('GET', '/requests')) as { requests: Asked[] }).requests
  return {
    planId,
    held: async () =>
      Object.fromEntries((await wireRules()).map(({ type, key, jsonSchema }) => [key ?? type, jsonSchema])),
    states: async () => {
      const { states } = (await ask('GET', `/plans/${segmentId}/states`)) as {
        states: { rules: WireRule[] }[]
      }
      return states.map(({ rules }) =>
        Object.fromEntries(
          rules.map(({ type, key, jsonSchema }) => [key ?? type, JSON.stringify(jsonSchema)]),
        ),
      )
    },
    editByHand: async (changes) => {
      const kept = (await wireRules()).filter(({ key }) => key === undefined || !Object.hasOwn(changes, key))
      const put = Object.entries(changes)
        .filter(([, jsonSchema]) => jsonSchema !== null)
        .map(([key, jsonSchema]) => ({ type: 'TRACK', key, version: 1, jsonSchema }))
      await load([...kept, ...put])
    },
    showWritesAfter: async (consistencyDelayMs) => {
      await ask('PATCH', '/settings', { consistencyDelayMs })
    },
    arm: async (fault) => {
      await ask('POST', '/faults', fault)
    },
    writes: async () => {
      const requests = await asked()
      return requests
        .filter(({ method, path }) => method !== 'GET' && path.includes('/tracking-plans/'))
        .map(({ method, body }) => (body?.rules ? `${method} ${body.rules.length}` : method))
    },
    pagesRead: async () =>
      (await asked()).filter(
        ({ method, path }) => method === 'GET' && /\/tracking-plans\/[^/]+\/rules/.test(path),
      ).length,
    close: sandbox.close,
  }
}
