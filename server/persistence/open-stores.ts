import type { Stores } from '@/server/ports/stores'
import { alertStore } from './alerts/alert-store'
import { digestStore } from './alerts/digest-store'
import { changeRequestStore } from './change-requests/change-request-store'
import { checkStore } from './change-requests/check-store'
import { publishJournal } from './change-requests/publish-journal'
import { replayStore } from './change-requests/replay-store'
import type { Client } from './client'
import { connectionBeneath } from './connection'
import { commentStore } from './conversation/comment-store'
import { violationCommentStore } from './conversation/violation-comment-store'
import { insightStore } from './insights/insight-store'
import { credentialStore } from './people/credential-store'
import { groupStore } from './people/group-store'
import { idempotencyStore } from './people/idempotency-store'
import { inviteStore } from './people/invite-store'
import { personStore } from './people/person-store'
import { tokenStore } from './people/token-store'
import { driftStore } from './plans/drift-store'
import { lintSettingsStore } from './plans/lint-settings-store'
import { planStore } from './plans/plan-store'
import { policyStore } from './plans/policy-store'
import { ruleStore } from './plans/rule-store'
import { targetStore } from './plans/target-store'
import { workspaceStore } from './plans/workspace-store'
import { presenceStore } from './presence/presence-store'
import { routeStore } from './sources/route-store'
import { sourceStore } from './sources/source-store'
import { disagreementStore } from './traffic/disagreement-store'
import { liveStore } from './traffic/live-store'
import { trafficSettingsStore } from './traffic/traffic-settings-store'
import { trafficStore } from './traffic/traffic-store'
import { boardStore } from './violations/board-store'
import { endpointStore } from './violations/endpoint-store'
import { originStore } from './violations/origin-store'
import { triageStore } from './violations/triage-store'
import { violationStore } from './violations/violation-store'
import { auditStore } from './work/audit-store'
import { jobStore } from './work/job-store'

/** What the stores cannot make themselves. */
export type StoreNeeds = {
  readonly newId: () => string
  /** The keyed hash of the audit chain, hex. */
  readonly chainHash: (text: string) => string
}

/** All stores over one client, so in one transaction. */
export const openStores = (client: Client, { newId, chainHash }: StoreNeeds): Stores => {
  const connection = connectionBeneath(client)
  return {
    alerts: alertStore(client),
    audit: auditStore(client, chainHash),
    board: boardStore(client),
    changeRequests: changeRequestStore(client),
    checks: checkStore(client),
    comments: commentStore(client),
    credentials: credentialStore(client),
    disagreements: disagreementStore(client),
    digests: digestStore(client),
    drift: driftStore(client),
    endpoints: endpointStore(client, connection),
    groups: groupStore(client),
    idempotency: idempotencyStore(client),
    insights: insightStore(client),
    invites: inviteStore(client),
    jobs: jobStore(client, newId),
    lintSettings: lintSettingsStore(client),
    live: liveStore(client),
    origins: originStore(client),
    people: personStore(client),
    plans: planStore(client, connection),
    policies: policyStore(client),
    presence: presenceStore(client),
    publishJournal: publishJournal(client),
    routes: routeStore(client, connection),
    replays: replayStore(client),
    rules: ruleStore(client, newId),
    sources: sourceStore(client),
    targets: targetStore(client),
    tokens: tokenStore(client),
    traffic: trafficStore(client),
    triage: triageStore(client),
    trafficSettings: trafficSettingsStore(client),
    violationComments: violationCommentStore(client),
    violations: violationStore(client, connection),
    workspaces: workspaceStore(client),
  }
}
