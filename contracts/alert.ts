import { z } from 'zod'
import { alertChannels, alertStatuses } from '@/domain/alerts/alert-delivery'
import { alertKinds } from '@/domain/alerts/alert-kind'

const HttpAddress = z.url({ protocol: /^https?$/, error: 'This is no http or https address.' }).max(2_000)

/** Incoming webhooks of Slack, and of its installations for governments. */
const SlackAddress = HttpAddress.refine(
  (address) => /^https:\/\/hooks\.slack(-gov)?\.com\//.test(address),
  'Addresses of Slack begin with https://hooks.slack.com/.',
)

/** `assignee`: whoever the violation is assigned to, when it is. */
const EmailTarget = z
  .object({
    kind: z.literal('email'),
    to: z.array(z.email('This is no e-mail address.').max(320)).max(20),
    assignee: z.boolean().default(false),
  })
  .refine(({ to, assignee }) => assignee || to.length > 0, { path: ['to'], message: 'Name somebody.' })

export const AlertTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('webhook'),
    url: HttpAddress.refine(
      (address) => !/^https?:\/\/[^/?#]*@/i.test(address),
      'Leave user and password out.',
    ),
  }),
  z.object({ kind: z.literal('slack'), url: SlackAddress }),
  EmailTarget,
])

export type AlertTarget = z.infer<typeof AlertTarget>

const rule = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(100),
  kinds: z.array(z.enum(alertKinds)).min(1, 'Choose at least one.').max(alertKinds.length),
  /** For `spike`: at least as many calls in one hour. */
  perHour: z.int().min(1).max(1_000_000_000).nullable().default(null),
  /** A plan of the workspace, one of its sources, a glob over event names; null for any. */
  plan: z.string().max(100).nullable().default(null),
  source: z.string().max(200).nullable().default(null),
  event: z.string().trim().min(1).max(1_000).nullable().default(null),
})

const hasRate = ({
  kinds,
  perHour,
}: {
  readonly kinds: readonly string[]
  readonly perHour: number | null
}) => !kinds.includes('spike') || perHour !== null

const noRate = { path: ['perHour'], message: 'Say how many in an hour are worth an alert.' }

export const CreateAlertRule = rule
  .extend({ workspace: z.string().max(100), target: AlertTarget })
  .refine(hasRate, noRate)

export type CreateAlertRule = z.infer<typeof CreateAlertRule>

/** The whole rule anew. Without `target` it goes where it went; a new one of kind `webhook` has a new secret. */
export const ChangeAlertRule = rule
  .extend({ paused: z.boolean().default(false), target: AlertTarget.optional() })
  .refine(hasRate, noRate)

export type ChangeAlertRule = z.infer<typeof ChangeAlertRule>

export const AlertRuleView = z.object({
  id: z.string(),
  workspace: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  kinds: z.array(z.enum(alertKinds)),
  perHour: z.number().int().nullable(),
  plan: z.object({ id: z.string(), name: z.string() }).nullable(),
  source: z.object({ id: z.string(), name: z.string() }).nullable(),
  event: z.string().nullable(),
  channel: z.enum(alertChannels),
  /** What may be shown of where it goes. */
  goesTo: z.string(),
  paused: z.boolean(),
  createdAt: z.string(),
  /** What came of its newest alert; null before the first. */
  last: z.object({ status: z.enum(alertStatuses), at: z.string() }).nullable(),
})

export type AlertRuleView = z.infer<typeof AlertRuleView>

/** `secret` signs what a webhook is sent. It is shown this once; null for other channels. */
export const AlertRuleKept = z.object({ rule: AlertRuleView, secret: z.string().nullable() })

export type AlertRuleKept = z.infer<typeof AlertRuleKept>

export const AlertDeliveryView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  /** `dead`: given up after the last try. `held`: not sent, since the rule was paused or had sent too many. */
  status: z.enum(alertStatuses),
  attempts: z.number().int(),
  /** What the other side said at the last try. */
  said: z.string().nullable(),
  createdAt: z.string(),
  triedAt: z.string().nullable(),
  link: z.string(),
})

export type AlertDeliveryView = z.infer<typeof AlertDeliveryView>

/** What the other side said to a sample. */
export const AlertTested = z.object({ sent: z.boolean(), said: z.string() })

export type AlertTested = z.infer<typeof AlertTested>
