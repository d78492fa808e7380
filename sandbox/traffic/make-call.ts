import { shareOf } from '@/sandbox/traffic/apps'
import type { Call } from '@/sandbox/traffic/call'
import { buggyCall } from '@/sandbox/traffic/known-bugs'
import { withMistake } from '@/sandbox/traffic/mistakes'
import type { Random } from '@/sandbox/traffic/random'
import { sampleCall } from '@/sandbox/traffic/sample-call'
import type { Plan } from '@/sandbox/world/plan'
import type { Source } from '@/sandbox/world/source'
import type { State } from '@/sandbox/world/state'

const shareOfKnownBugs = 0.6

/** Sources that are connected to a plan and can send, with that plan. */
export const sendingSources = ({ sources, plans }: State): { source: Source; plan: Plan }[] =>
  sources.flatMap((source) => {
    const plan = plans.find(({ id }) => id === source.trackingPlanId)
    return plan && source.enabled && source.writeKeys.length > 0 ? [{ source, plan }] : []
  })

/** The next call of the whole workspace, about one in fourteen with a mistake; null when nothing can be sent. */
export const makeCall = (state: State, random: Random): Call | null => {
  const sending = sendingSources(state)
  if (sending.length === 0) return null
  const { source, plan } =
    sending[random.weighted(sending.map((candidate) => shareOf(candidate.source)))] ?? random.pick(sending)
  const isWrong = random.chance(state.settings.traffic.mistakeShare)
  const buggy = isWrong && random.chance(shareOfKnownBugs) ? buggyCall(source, plan, random) : null
  if (buggy) return buggy
  const call = sampleCall(source, plan, random)
  return call && isWrong ? withMistake(call, random) : call
}
