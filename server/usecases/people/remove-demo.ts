import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { resettleReviewed } from '../change-requests/resettle-reviewed'
import { fail } from '../fail'
import { demoSubject } from '../start/demo-subject'

/**
 * Takes the demo away for good: its workspace with everything known of it, and its people. Somebody has to be left
 * who can administer the installation.
 *
 * @throws Failed `not-allowed`, `wrong-state` when every administrator is a demo person
 */
export const removeDemo = async (ctx: Context): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'remove-demo')
    const people = await stores.people.list()
    if (!people.some(({ role, active, demo }) => role === 'admin' && active && !demo))
      fail({
        code: 'wrong-state',
        detail:
          'Make an administrator of your own first: nobody would be left to administer the installation.',
        status: 'last-administrator',
      })
    for (const { id, demo } of await stores.workspaces.list()) if (demo) await stores.workspaces.remove(id)
    for (const person of people)
      if (person.demo)
        await resettleReviewed(ctx, stores, {
          // What they reviewed in the demo is gone with it; anything else counts without them from now on.
          person: { id: person.id, demo: false },
          why: `${person.name} left`,
          change: () => stores.people.remove(person.id, ctx.now()),
        })
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'demo-removed',
      subject: demoSubject,
    })
    return null
  })
