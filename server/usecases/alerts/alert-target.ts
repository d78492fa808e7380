import { z } from 'zod'
import type { AlertTarget } from '@/contracts/alert'
import type { Context } from '@/server/ports/context'
import type { AlertChannel } from '@/server/ports/notifier'

/** Where a rule sends to, as it is sealed. */
const SealedTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('webhook'), url: z.string(), secret: z.string() }),
  z.object({ kind: z.literal('slack'), url: z.string() }),
  z.object({ kind: z.literal('email'), to: z.array(z.string()), assignee: z.boolean() }),
])

type SealedTarget = z.infer<typeof SealedTarget>

/** A target ready to be stored, with what may be shown of it, and the secret of a webhook, which is made here. */
export const sealTarget = (
  { secrets }: Pick<Context, 'secrets'>,
  target: AlertTarget,
): { readonly targetSealed: string; readonly hint: string; readonly secret: string | null } => {
  const secret = target.kind === 'webhook' ? secrets.newWebhookSecret() : null
  const sealed = secret === null ? target : { ...target, secret }
  return { targetSealed: secrets.seal(JSON.stringify(sealed)), hint: hintOf(target), secret }
}

/** The path of an address is often a secret of its own. */
const hintOf = (target: AlertTarget): string => {
  if (target.kind !== 'email') return new URL(target.url).host
  return [...(target.assignee ? ['whoever it is assigned to'] : []), ...target.to].join(', ')
}

export const openTarget = ({ secrets }: Pick<Context, 'secrets'>, targetSealed: string): SealedTarget =>
  SealedTarget.parse(JSON.parse(secrets.open(targetSealed)))

/** The channel for one alert; null for a letter that is for nobody. */
export const channelOf = (target: SealedTarget, toAddress: string | null): AlertChannel | null => {
  if (target.kind !== 'email') return target
  const to = toAddress === null || target.to.includes(toAddress) ? target.to : [...target.to, toAddress]
  return to.length === 0 ? null : { kind: 'email', to }
}
