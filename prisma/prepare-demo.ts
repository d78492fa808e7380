import { ConnectWorkspace } from '@/contracts/workspace'
import type { Composition } from '@/server/compose'
import { keepDemo } from '@/server/usecases/start/keep-demo'
import { readDemo } from '@/server/usecases/start/read-demo'
import { connectWorkspace } from '@/server/usecases/workspaces/connect-workspace'
import { connectDemoForwarding } from './connect-demo-forwarding'
import { keepDemoPeople } from './demo-people'
import { failureLine } from './failure-line'

const sandboxToken = 'sandbox'

/**
 * The demo: people with passwords that are printed at every start, and the sandbox's workspace with its violations
 * forwarded here. Only where nobody but this machine can reach it; never again once it was removed.
 */
export const prepareDemo = async (composition: Composition): Promise<string[]> => {
  const { contextFor, settings } = composition
  const ctx = contextFor({ kind: 'system', personId: null, name: 'Start' })
  const demo = await readDemo(ctx)
  if (settings.sandboxUrl === null || !(demo.workspaceId || demo.isPossible)) return []
  if (!settings.loopback)
    return ['There is no demo, since other machines can reach HOST. Connect a workspace in Settings.']
  const given = await keepDemoPeople(settings.dataDir)
  const people = await keepDemo(ctx, { people: given, sandboxUrl: settings.sandboxUrl })
  const lines = [
    'Demo people, on this machine only:',
    ...people.map(({ email, role, password }) => `  ${role.padEnd(12)} ${email.padEnd(26)} ${password}`),
  ]
  try {
    const workspaceId = demo.workspaceId ?? (await connectSandbox(composition, settings.sandboxUrl))
    const administrator = people.find(({ role }) => role === 'admin')
    if (!administrator) return lines
    const { id: personId, name } = administrator
    const asAdministrator = contextFor({ kind: 'person', personId, name, role: 'admin' })
    await connectDemoForwarding(asAdministrator, { settings, workspaceId, token: sandboxToken })
    return lines
  } catch (error) {
    return [...lines, `The demo workspace could not be prepared: ${failureLine(error)}`]
  }
}

const connectSandbox = async ({ contextFor }: Composition, apiUrl: string): Promise<string> => {
  const ctx = contextFor({ kind: 'system', personId: null, name: 'Start' })
  const given = ConnectWorkspace.parse({ token: sandboxToken, apiUrl })
  return (await connectWorkspace(ctx, { ...given, demo: true })).id
}
