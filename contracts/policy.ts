import { z } from 'zod'
import { changeRequestStatuses } from '@/domain/review/change-request'
import { isTimeZone } from '@/domain/review/is-time-zone'
import { bypassRoles } from '@/domain/review/policy'
import { weekdays } from '@/domain/review/weekday'
import { RuleType } from './rule'

const Count = z.int().min(0).max(20)
const Name = z.string().trim().min(1, 'Give it a name.').max(100)

export const Ownership = z.object({
  name: Name,
  type: RuleType.nullable(),
  key: z.string().min(1, 'Say which names, * for all.').max(200).nullable(),
  label: z
    .object({
      name: z.string().min(1, 'Which label?').max(200),
      value: z.string().max(200).nullable(),
    })
    .nullable(),
  group: z.string().min(1, 'Choose a group.').max(100),
})

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write it as 09:30.')

/** By the clocks of `timeZone`, a name of the IANA list; one that does not end after it begins ends on the next day. */
export const PublishingWindow = z.object({
  days: z.array(z.enum(weekdays)).min(1, 'Choose a day.').max(7),
  from: ClockTime,
  to: ClockTime,
  timeZone: z.string().max(100).refine(isTimeZone, 'No time zone is called so.'),
})

export type PublishingWindow = z.infer<typeof PublishingWindow>

export const Freeze = z
  .object({
    from: z.iso.datetime({ error: 'Choose when it begins.' }),
    to: z.iso.datetime({ error: 'Choose when it ends.' }),
    reason: z.string().trim().min(1, 'Say why.').max(200),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'It has to end after it begins.',
  })

export type Freeze = z.infer<typeof Freeze>

/** Numbers count people, for each touched rule; `documentation` lightens where it is fewer, the others only add. */
export const Policy = z.object({
  approvals: Count.min(1, 'At least one person looks at a change.'),
  breaking: Count,
  unknown: Count,
  personalData: Count,
  /** Absent from policies of before: as many as any change. */
  consumerAffecting: Count.default(0),
  documentation: Count.nullable(),
  authorsMayApprove: z.boolean(),
  ownerships: z.array(Ownership).max(200),
  bypassRoles: z.array(z.enum(bypassRoles)).max(2),
  /** When the plan may be published; none: at any time. */
  windows: z.array(PublishingWindow).max(50).default([]),
  /** When it may not, whatever the windows say. */
  freezes: z.array(Freeze).max(200).default([]),
})

export type Policy = z.infer<typeof Policy>

export const GroupView = z.object({
  id: z.string(),
  workspace: z.string(),
  name: z.string(),
  /** `counts`: whether the person may review today. */
  members: z.array(z.object({ id: z.string(), name: z.string(), counts: z.boolean() })),
})

export type GroupView = z.infer<typeof GroupView>

export const PolicyView = z.object({
  policy: Policy,
  /** Names the state that was read; 0 before anybody has changed it. */
  revision: z.int(),
  /** The groups of the plan's workspace, which the policy may name. */
  groups: z.array(GroupView),
  workspace: z.object({ id: z.string(), name: z.string() }),
  can: z.object({ change: z.boolean() }),
})

export type PolicyView = z.infer<typeof PolicyView>

export const SavePolicy = z.object({ policy: Policy, revision: z.int().min(0) })

export type SavePolicy = z.infer<typeof SavePolicy>

export const SaveGroup = z.object({
  name: Name,
  /** Ids of members of the installation. */
  members: z.array(z.string().max(100)).max(500),
})

export type SaveGroup = z.infer<typeof SaveGroup>

export const CreateGroup = SaveGroup.extend({ workspace: z.string().max(100) })

export type CreateGroup = z.infer<typeof CreateGroup>

export const PreviewPolicy = z.object({ policy: Policy })

export type PreviewPolicy = z.infer<typeof PreviewPolicy>

/** What a policy says of a request: `clear` when nothing that it asks for is missing. */
const PolicyOutcome = z.object({ clear: z.boolean(), missing: z.array(z.string()) })

export type PolicyOutcome = z.infer<typeof PolicyOutcome>

/** The last requests, newest first: by the policy in force and by the one that is tried. */
export const PolicyPreview = z.object({
  requests: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      status: z.enum(changeRequestStatuses),
      author: z.string(),
      before: PolicyOutcome,
      after: PolicyOutcome,
    }),
  ),
})

export type PolicyPreview = z.infer<typeof PolicyPreview>
