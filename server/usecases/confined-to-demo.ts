import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { fail } from './fail'

/**
 * What an actor asks with. Demo people have passwords that stand in a terminal, so what they change is of the demo:
 * its plans, its people, and whoever they bring in. Everybody else gets the context as it is.
 */
export const confinedToDemo = (ctx: Context): Context =>
  'demo' in ctx.actor && ctx.actor.demo
    ? { ...ctx, transaction: (work) => ctx.transaction((stores) => work(confined(stores))) }
    : ctx

const confined = (stores: Stores): Stores => {
  const inDemo = async (workspaceId: string | undefined) => {
    const workspace = workspaceId === undefined ? null : await stores.workspaces.find(workspaceId)
    if (workspace && !workspace.demo) refuse('Demo people change nothing outside of the demo workspace.')
  }
  const planInDemo = async (planId: string) => inDemo((await stores.plans.find(planId))?.workspaceId)
  const personOfDemo = async (id: string | null) => {
    const person = id === null ? null : await stores.people.find(id)
    if (person && !person.demo) refuse('Demo people manage the people of the demo only.')
  }
  return {
    ...stores,
    // Whatever changes a plan or a request takes its lock, or a new number, first.
    plans: {
      ...stores.plans,
      lock: after(planInDemo, stores.plans.lock),
      takeNumber: after(planInDemo, stores.plans.takeNumber),
    },
    changeRequests: { ...stores.changeRequests, lock: after(planInDemo, stores.changeRequests.lock) },
    workspaces: {
      ...stores.workspaces,
      replaceToken: after(inDemo, stores.workspaces.replaceToken),
      remove: after(inDemo, stores.workspaces.remove),
    },
    routes: {
      ...stores.routes,
      save: async (route) => {
        await inDemo(route.workspaceId)
        await stores.routes.save(route)
      },
      addTest: async (test) => {
        await inDemo(test.workspaceId)
        await stores.routes.addTest(test)
      },
    },
    groups: {
      ...stores.groups,
      save: async (group) => {
        await inDemo(group.workspaceId)
        await stores.groups.save(group)
      },
      remove: async (id) => {
        await inDemo((await stores.groups.find(id))?.workspaceId)
        await stores.groups.remove(id)
      },
    },
    // Whoever decides about violations, or says something of one, locks them first.
    triage: {
      ...stores.triage,
      lock: async (ids) => {
        const locked = await stores.triage.lock(ids)
        for (const planId of new Set(locked.map((violation) => violation.planId))) await planInDemo(planId)
        return locked
      },
    },
    alerts: {
      ...stores.alerts,
      save: async (rule) => {
        await inDemo(rule.workspaceId)
        await stores.alerts.save(rule)
      },
      remove: async (id) => {
        await inDemo((await stores.alerts.rule(id))?.workspaceId)
        await stores.alerts.remove(id)
      },
    },
    people: {
      ...stores.people,
      add: (person) => stores.people.add({ ...person, demo: true }),
      change: after(personOfDemo, stores.people.change),
      remove: after(personOfDemo, stores.people.remove),
    },
    invites: { ...stores.invites, dropUnused: after(personOfDemo, stores.invites.dropUnused) },
    tokens: {
      ...stores.tokens,
      add: async (token) => {
        await personOfDemo(token.personId)
        await stores.tokens.add(token)
      },
      revoke: after(personOfDemo, stores.tokens.revoke),
    },
  }
}

const after =
  <First, Rest extends readonly unknown[], Result>(
    check: (first: First) => Promise<void>,
    work: (first: First, ...rest: Rest) => Promise<Result>,
  ) =>
  async (first: First, ...rest: Rest): Promise<Result> => {
    await check(first)
    return work(first, ...rest)
  }

const refuse = (detail: string) => fail({ code: 'not-allowed', detail })
