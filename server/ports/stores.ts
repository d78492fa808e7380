import type { AlertStore } from './alert-store'
import type { AuditStore } from './audit-store'
import type { BoardStore } from './board-store'
import type { ChangeRequestStore } from './change-request-store'
import type { CheckStore } from './check-store'
import type { CommentStore } from './comment-store'
import type { CredentialStore } from './credential-store'
import type { DigestStore } from './digest-store'
import type { DisagreementStore } from './disagreement-store'
import type { DriftStore } from './drift-store'
import type { EndpointStore } from './endpoint-store'
import type { GroupStore } from './group-store'
import type { IdempotencyStore } from './idempotency-store'
import type { InsightStore } from './insight-store'
import type { InviteStore } from './invite-store'
import type { JobStore } from './job-store'
import type { LintSettingsStore } from './lint-settings-store'
import type { LiveStore } from './live-store'
import type { OriginStore } from './origin-store'
import type { PersonStore } from './person-store'
import type { PlanStore } from './plan-store'
import type { PolicyStore } from './policy-store'
import type { PresenceStore } from './presence-store'
import type { PublishJournal } from './publish-journal'
import type { ReplayStore } from './replay-store'
import type { RouteStore } from './route-store'
import type { RuleStore } from './rule-store'
import type { SourceStore } from './source-store'
import type { TargetStore } from './target-store'
import type { TokenStore } from './token-store'
import type { TrafficSettingsStore } from './traffic-settings-store'
import type { TrafficStore } from './traffic-store'
import type { TriageStore } from './triage-store'
import type { ViolationCommentStore } from './violation-comment-store'
import type { ViolationStore } from './violation-store'
import type { WorkspaceStore } from './workspace-store'

/** Everything that is kept, seen from inside one transaction. */
export type Stores = {
  readonly alerts: AlertStore
  readonly audit: AuditStore
  readonly board: BoardStore
  readonly changeRequests: ChangeRequestStore
  readonly checks: CheckStore
  readonly comments: CommentStore
  readonly credentials: CredentialStore
  readonly disagreements: DisagreementStore
  readonly digests: DigestStore
  readonly drift: DriftStore
  readonly endpoints: EndpointStore
  readonly groups: GroupStore
  readonly idempotency: IdempotencyStore
  readonly insights: InsightStore
  readonly invites: InviteStore
  readonly jobs: JobStore
  readonly lintSettings: LintSettingsStore
  readonly live: LiveStore
  readonly origins: OriginStore
  readonly people: PersonStore
  readonly plans: PlanStore
  readonly policies: PolicyStore
  readonly presence: PresenceStore
  readonly publishJournal: PublishJournal
  readonly routes: RouteStore
  readonly replays: ReplayStore
  readonly rules: RuleStore
  readonly sources: SourceStore
  readonly targets: TargetStore
  readonly tokens: TokenStore
  readonly traffic: TrafficStore
  readonly trafficSettings: TrafficSettingsStore
  readonly triage: TriageStore
  readonly violationComments: ViolationCommentStore
  readonly violations: ViolationStore
  readonly workspaces: WorkspaceStore
}
