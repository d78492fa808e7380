import type { Context } from '@/server/ports/context'
import type { JobRun, JobRunEnd } from '@/server/ports/job-runner'

const mostTries = 18

/** The job `send-digest`: sends one letter, at least once and under one id; it is dropped once it is sent or given up. */
export const sendDigest = async (
  ctx: Context,
  { payload: { letterId }, attempt }: Pick<JobRun<'send-digest'>, 'payload' | 'attempt'>,
): Promise<JobRunEnd> => {
  const letter = await ctx.transaction(({ digests }) => digests.letter(letterId))
  // Whoever wants no more letters wants this one neither.
  if (letter === null) return { done: { sent: false } }
  const drop = () => ctx.transaction(({ digests }) => digests.dropLetter(letterId))
  const answer = await ctx.notifier.mail(letter)
  if (answer.sent) {
    await drop()
    return { done: { sent: true } }
  }
  const reason = { code: 'not-delivered', message: answer.said }
  if (answer.again && attempt < mostTries) return { retry: reason }
  await drop()
  return { failed: reason }
}
