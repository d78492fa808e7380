import { z } from 'zod'
import { DriftResolved, DriftView, ResolveDrift } from '../drift'
import { JobStarted } from '../job'
import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'
import { DiffView, importModes, PlanImported, PlanView, VersionView } from '../plan'
import { CheckProposal, ProposalChecked } from '../proposal'
import { Repaired, RepairRules, RuleRepairs } from '../repair'
import {
  CatalogRow,
  ListRules,
  PropertyBlameEntry,
  RuleDetail,
  RuleHistoryEntry,
  RuleType,
  RuleView,
} from '../rule'
import { SearchHit } from '../search'
import { ConnectedWorkspace, ConnectWorkspace, WorkspaceView } from '../workspace'

/** What an integer of the database holds. */
const largestVersion = 2_147_483_647

const Version = z.coerce.number().int().min(1).max(largestVersion)

/** Names never stand in paths: a rule is named in the query, and an absent `key` is null. */
const RuleInQuery = z
  .object({
    type: RuleType,
    key: z.string().max(1_000).optional(),
    version: z.coerce.number().int().min(0).max(largestVersion),
    planVersion: Version.optional(),
  })
  .transform(({ type, key = null, version, planVersion }) => ({
    rule: { type, key, version },
    version: planVersion,
  }))

export const ListCatalog = ListQuery.extend({
  version: Version.optional(),
  type: RuleType.optional(),
  q: z.string().max(200).optional(),
  has: z.enum(['violations', 'changes', 'defects']).optional(),
})

export const planOperations = {
  listWorkspaces: operation({
    method: 'GET',
    path: '/workspaces',
    summary: 'Connected Segment workspaces',
    needs: 'read-plans',
    query: ListQuery,
    answer: listOf(WorkspaceView),
    status: 200,
  }),
  connectWorkspace: operation({
    method: 'POST',
    path: '/workspaces',
    summary: 'Connect a Segment workspace and begin to bring in its plans',
    needs: 'connect-workspace',
    body: ConnectWorkspace,
    answer: ConnectedWorkspace,
    status: 201,
  }),
  syncWorkspace: operation({
    method: 'POST',
    path: '/workspaces/{id}/sync',
    summary: 'Look at a workspace now: new plans, sources, and every plan again',
    needs: 'sync-plan',
    answer: JobStarted,
    status: 202,
  }),
  removeWorkspace: operation({
    method: 'DELETE',
    path: '/workspaces/{id}',
    summary: 'Forget a workspace with everything known of it; nothing changes in Segment',
    needs: 'connect-workspace',
    answer: z.null(),
    status: 204,
  }),
  listPlans: operation({
    method: 'GET',
    path: '/plans',
    summary: 'Every tracking plan that is known',
    needs: 'read-plans',
    query: ListQuery.extend({ workspace: z.string().optional() }),
    answer: listOf(PlanView),
    status: 200,
  }),
  readPlan: operation({
    method: 'GET',
    path: '/plans/{plan}',
    summary: 'One tracking plan',
    needs: 'read-plans',
    answer: PlanView,
    status: 200,
  }),
  startSync: operation({
    method: 'POST',
    path: '/plans/{plan}/sync',
    summary: 'Read this plan from Segment now; the running job when there is one',
    needs: 'sync-plan',
    answer: JobStarted,
    status: 202,
  }),
  listRules: operation({
    method: 'GET',
    path: '/plans/{plan}/rules',
    summary: 'Rules of a plan version with their JSON Schemas as received',
    needs: 'read-plans',
    query: ListRules,
    answer: listOf(RuleView),
    status: 200,
  }),
  listCatalog: operation({
    method: 'GET',
    path: '/plans/{plan}/catalog',
    summary: 'Rules of a plan version as a table, without schemas',
    needs: 'read-plans',
    query: ListCatalog,
    answer: listOf(CatalogRow),
    status: 200,
  }),
  readRule: operation({
    method: 'GET',
    path: '/plans/{plan}/rule',
    summary: 'One rule, named in the query',
    needs: 'read-plans',
    query: RuleInQuery,
    answer: RuleDetail,
    status: 200,
  }),
  readRuleHistory: operation({
    method: 'GET',
    path: '/plans/{plan}/rule/history',
    summary: 'The states of one rule in time, newest first',
    needs: 'read-plans',
    query: RuleInQuery,
    answer: z.array(RuleHistoryEntry),
    status: 200,
  }),
  readRuleBlame: operation({
    method: 'GET',
    path: '/plans/{plan}/rule/blame',
    summary: 'Who last changed each property of a rule, in which version and request',
    needs: 'read-plans',
    query: RuleInQuery,
    answer: z.array(PropertyBlameEntry),
    status: 200,
  }),
  checkProposal: operation({
    method: 'POST',
    path: '/plans/{plan}/rule/check',
    summary: 'What an edit of one rule changes, judged, and what lint finds; nothing is stored',
    needs: 'propose',
    body: CheckProposal,
    answer: ProposalChecked,
    status: 200,
  }),
  listRepairs: operation({
    method: 'GET',
    path: '/plans/{plan}/repairs',
    summary: 'What could be done about defects in the schemas, of one rule or of all that have any',
    needs: 'read-plans',
    query: ListQuery.extend({
      type: RuleType.optional(),
      key: z.string().max(1_000).optional(),
      version: z.coerce.number().int().min(0).max(largestVersion).optional(),
    }),
    answer: listOf(RuleRepairs),
    status: 200,
  }),
  repairRules: operation({
    method: 'POST',
    path: '/plans/{plan}/repairs',
    summary: 'A change request with the certain repairs, and the guesses that are named',
    needs: 'propose',
    body: RepairRules.default({}),
    answer: Repaired,
    status: 201,
  }),
  listVersions: operation({
    method: 'GET',
    path: '/plans/{plan}/versions',
    summary: 'Versions of a plan, newest first',
    needs: 'read-plans',
    query: ListQuery,
    answer: listOf(VersionView),
    status: 200,
  }),
  readDiff: operation({
    method: 'GET',
    path: '/plans/{plan}/diff',
    summary: 'What changed between two versions',
    needs: 'read-plans',
    query: z.object({ from: Version, to: Version }),
    answer: DiffView,
    status: 200,
  }),
  importPlan: operation({
    method: 'POST',
    path: '/plans/{plan}/import',
    summary: 'A plan file becomes a change request',
    needs: 'import-plan',
    query: z.object({
      mode: z.enum(importModes).default('update'),
      /** The plan version that the file was made from; head when absent, unless the file says it itself. */
      base: Version.optional(),
    }),
    body: z.object({ file: z.string() }),
    takesFile: true,
    answer: PlanImported,
    status: 201,
  }),
  exportPlan: operation({
    method: 'GET',
    path: '/plans/{plan}/export',
    summary: 'The plan as a file',
    needs: 'read-plans',
    query: z.object({ format: z.enum(['segment', 'csv', 'json']), version: Version.optional() }),
    answer: z.object({ fileName: z.string(), contentType: z.string(), body: z.string() }),
    status: 200,
    file: true,
  }),
  readDrift: operation({
    method: 'GET',
    path: '/plans/{plan}/drift',
    summary: 'Where Segment holds something else than what was published',
    needs: 'read-drift',
    answer: DriftView,
    status: 200,
  }),
  resolveDrift: operation({
    method: 'POST',
    path: '/plans/{plan}/drift/resolve',
    summary: 'Adopt what Segment holds as a change request, or publish ours again',
    needs: 'resolve-drift',
    body: ResolveDrift,
    answer: DriftResolved,
    status: 200,
  }),
  search: operation({
    method: 'GET',
    path: '/search',
    summary: 'Events and properties of every plan by name, best first',
    needs: 'read-plans',
    query: ListQuery.extend({ q: z.string().max(200).default('') }),
    answer: listOf(SearchHit),
    status: 200,
  }),
} as const
