import type { RouteTestView } from '@/contracts/source'
import type { Route } from '@/domain/sources/route'
import type { Tone } from '../ui/tone'

type TestProgress = { readonly tone: Tone; readonly title: string; readonly words: string }

/** Segment forwards within seconds; after a minute something is likely amiss. */
const patienceMs = 60_000

/** How a test stands at an instant, and what to look at when nothing comes. */
export const testProgress = (test: RouteTestView, now: number, route: Route): TestProgress => {
  const proof = route === 'collector' ? 'call' : 'violation'
  const what = `${test.event}${test.pointer ? `, at ${test.pointer}` : ''}.`
  if (test.arrivedAt !== null) {
    const from = Date.parse(test.sentAt ?? test.madeAt)
    const seconds = Math.max(0, Date.parse(test.arrivedAt) - from) / 1_000
    return {
      tone: 'good',
      title: `It works: the ${proof} arrived after ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`,
      words: what,
    }
  }
  if (test.problem !== null)
    return { tone: 'warn', title: 'The test was not sent from here', words: test.problem }
  const waited = now - Date.parse(test.sentAt ?? test.madeAt)
  if (waited < patienceMs)
    return {
      tone: 'accent',
      title: `Sent; waiting for the ${proof} (${Math.max(0, Math.round(waited / 1_000))} s)`,
      words: what,
    }
  return {
    tone: 'warn',
    title: 'Nothing has come within a minute',
    words:
      route === 'collector'
        ? `${what} Send a new test, and its command from where the app runs: is it answered with “success”? The write key may have been replaced since. It still counts when it comes later.`
        : `${what} Look in Segment: is the destination on, and its mapping? Does the plan there have this rule (a publish takes minutes to reach the pipeline)? Does the destination's event delivery show an error, such as an address that cannot be reached? It still counts when it comes later.`,
  }
}
