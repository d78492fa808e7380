type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

type RulePlace = { readonly type: string; readonly key: string | null; readonly version?: number }

const query = (values: Query): string => {
  const given = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  )
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

const part = (text: string | number) => encodeURIComponent(text)

/** Addresses of the screens. `plan` is our id or Segment's `tp_…`. */
export const pages = {
  overview: () => '/',
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  welcome: (token: string) => `/welcome/${part(token)}`,
  catalog: (plan: string, at: { readonly v?: number } = {}) => `/plans/${part(plan)}/catalog${query(at)}`,
  /**
   * `version` of the rule is left out where it is 0 or the first; `v` is a plan version, head when absent.
   * `propose` opens the page for editing: `new`, or the number of the change request that the edit is for.
   */
  rule: (
    plan: string,
    rule: RulePlace,
    at: { readonly v?: number; readonly tab?: string; readonly propose?: 'new' | number } = {},
  ) =>
    `/plans/${part(plan)}/rules/${part(rule.type)}${query({ key: rule.key, version: rule.version, ...at })}`,
  versions: (plan: string) => `/plans/${part(plan)}/versions`,
  drift: (plan: string) => `/plans/${part(plan)}/drift`,
  /** `waiting`: only those that wait for whoever looks. */
  changeRequests: (at: { readonly waiting?: boolean } = {}) => `/change-requests${query(at)}`,
  changeRequest: (plan: string, number: number, at: { readonly tab?: 'changes' } = {}) =>
    `/plans/${part(plan)}/change-requests/${number}${query(at)}`,
  violations: (filter: Query = {}) => `/violations${query(filter)}`,
  violation: (id: string) => `/violations/${part(id)}`,
  dynamicNames: (plan?: string) => `/violations/dynamic-names${query({ plan })}`,
  importViolations: (plan: string) => `/plans/${part(plan)}/import-violations`,
  debugger: (at: { readonly source?: string } = {}) => `/debugger${query(at)}`,
  sources: () => '/sources',
  source: (id: string, at: { readonly tab?: 'routes' } = {}) => `/sources/${part(id)}${query(at)}`,
  insights: (at: Query = {}) => `/insights${query(at)}`,
  jobs: () => '/jobs',
  policy: (plan: string) => `/settings/policies${query({ plan })}`,
  targets: (plan: string) => `/settings/targets${query({ plan })}`,
  settings: (
    section:
      | 'workspaces'
      | 'targets'
      | 'policies'
      | 'lint'
      | 'traffic'
      | 'members'
      | 'tokens'
      | 'endpoints'
      | 'alerts'
      | 'account'
      | 'audit' = 'workspaces',
  ) => `/settings/${section}`,
} as const

const api = '/api/v1'
const planPath = (plan: string) => `${api}/plans/${part(plan)}`
const requestPath = (plan: string, number: number) => `${planPath(plan)}/change-requests/${number}`

/** Addresses of what the browser asks; what it changes goes through server actions. */
export const apiPaths = {
  me: () => `${api}/me`,
  frame: () => `${api}/frame`,
  overview: () => `${api}/overview`,
  sessions: () => `${api}/me/sessions`,
  members: (paging: Query = {}) => `${api}/members${query(paging)}`,
  tokens: (member: string) => `${api}/members/${part(member)}/tokens`,
  workspaces: () => `${api}/workspaces`,
  plans: (filter: { readonly workspace?: string } = {}) => `${api}/plans${query(filter)}`,
  plan: (plan: string) => planPath(plan),
  rules: (plan: string, filter: Query = {}) => `${planPath(plan)}/rules${query(filter)}`,
  catalog: (plan: string, filter: Query = {}) => `${planPath(plan)}/catalog${query(filter)}`,
  /** `version` is the rule's own, `planVersion` the plan's; head when absent. */
  rule: (plan: string, rule: RulePlace, planVersion?: number) =>
    `${planPath(plan)}/rule${query({ type: rule.type, key: rule.key, version: rule.version, planVersion })}`,
  ruleHistory: (plan: string, rule: RulePlace, planVersion?: number) =>
    `${planPath(plan)}/rule/history${query({ type: rule.type, key: rule.key, version: rule.version, planVersion })}`,
  ruleBlame: (plan: string, rule: RulePlace, planVersion?: number) =>
    `${planPath(plan)}/rule/blame${query({ type: rule.type, key: rule.key, version: rule.version, planVersion })}`,
  checkProposal: (plan: string) => `${planPath(plan)}/rule/check`,
  repairs: (plan: string, filter: Query = {}) => `${planPath(plan)}/repairs${query(filter)}`,
  versions: (plan: string, paging: Query = {}) => `${planPath(plan)}/versions${query(paging)}`,
  diff: (plan: string, from: number, to: number) => `${planPath(plan)}/diff${query({ from, to })}`,
  policy: (plan: string) => `${planPath(plan)}/policy`,
  publishQueue: (plan: string) => `${planPath(plan)}/publish-queue`,
  lintSettings: (plan: string) => `${planPath(plan)}/lint-settings`,
  targets: (plan: string) => `${planPath(plan)}/targets`,
  promotion: (plan: string, target: string, asked: Query = {}) =>
    `${planPath(plan)}/targets/${part(target)}/promotion${query(asked)}`,
  groups: (filter: Query = {}) => `${api}/groups${query(filter)}`,
  exportPlan: (plan: string, format: 'segment' | 'csv' | 'json', version?: number) =>
    `${planPath(plan)}/export${query({ format, version })}`,
  drift: (plan: string) => `${planPath(plan)}/drift`,
  /** Over all plans; with `plan` in the filter, of that one. */
  changeRequests: (filter: Query = {}) => `${api}/change-requests${query(filter)}`,
  changeRequest: (plan: string, number: number) => requestPath(plan, number),
  /** With a `tab`, that one. */
  presence: (plan: string, number: number, tab?: string) =>
    `${requestPath(plan, number)}/presence${tab === undefined ? '' : `/${part(tab)}`}`,
  review: (plan: string, number: number) => `${requestPath(plan, number)}/review`,
  requestEdit: (plan: string, number: number, rule: RulePlace) =>
    `${requestPath(plan, number)}/review/edit${query({ type: rule.type, key: rule.key, version: rule.version })}`,
  publishPreview: (plan: string, number: number) => `${requestPath(plan, number)}/publish/preview`,
  evidence: (plan: string, number: number) => `${requestPath(plan, number)}/evidence`,
  impact: (plan: string, number: number) => `${requestPath(plan, number)}/impact`,
  fixedViolations: (plan: string, number: number, page: Query = {}) =>
    `${requestPath(plan, number)}/violations${query(page)}`,
  violations: (filter: Query = {}) => `${api}/violations${query(filter)}`,
  violation: (id: string) => `${api}/violations/${part(id)}`,
  violationMoments: (id: string) => `${api}/violations/${part(id)}/moments`,
  violationComments: (id: string) => `${api}/violations/${part(id)}/comments`,
  board: (filter: Query = {}) => `${api}/violation-board${query(filter)}`,
  boardCounts: (filter: Query = {}) => `${api}/violation-board/counts${query(filter)}`,
  boardFilters: () => `${api}/violation-board/filters`,
  eventFamilies: (plan: string, paging: Query = {}) => `${planPath(plan)}/event-families${query(paging)}`,
  suggestions: (id: string) => `${api}/violations/${part(id)}/suggestions`,
  violationCalls: (id: string) => `${api}/violations/${part(id)}/calls`,
  violationSeries: (id: string, window: Query = {}) => `${api}/violations/${part(id)}/series${query(window)}`,
  insights: (asked: Query = {}) => `${api}/insights${query(asked)}`,
  sources: (filter: Query = {}) => `${api}/sources${query(filter)}`,
  source: (id: string) => `${api}/sources/${part(id)}`,
  sourceRoutes: (id: string) => `${api}/sources/${part(id)}/routes`,
  uploadViolations: (plan: string, asked: Query = {}) => `${planPath(plan)}/violations/import${query(asked)}`,
  uploadCalls: (plan: string, asked: Query = {}) => `${planPath(plan)}/calls/import${query(asked)}`,
  digest: () => `${api}/me/digest`,
  alertRules: (filter: Query = {}) => `${api}/alert-rules${query(filter)}`,
  alertDeliveries: (rule: string, paging: Query = {}) =>
    `${api}/alert-rules/${part(rule)}/deliveries${query(paging)}`,
  endpoints: () => `${api}/endpoints`,
  liveSources: () => `${api}/debugger`,
  liveCalls: (endpoint: string, since: Query = {}) =>
    `${api}/debugger/${part(endpoint)}/calls${query(since)}`,
  trafficSettings: (plan: string) => `${planPath(plan)}/traffic-settings`,
  disagreements: (plan: string, paging: Query = {}) => `${planPath(plan)}/disagreements${query(paging)}`,
  jobs: (filter: Query = {}) => `${api}/jobs${query(filter)}`,
  job: (id: string) => `${api}/jobs/${part(id)}`,
  audit: (paging: Query = {}) => `${api}/audit${query(paging)}`,
} as const
