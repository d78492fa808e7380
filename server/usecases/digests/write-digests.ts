import { digestSubject, nextDigest } from '@/domain/alerts/digest'
import type { Context } from '@/server/ports/context'
import type { Digest } from '@/server/ports/digest-store'
import type { Stores } from '@/server/ports/stores'
import { digestSections } from './digest-sections'

const atOnce = 20

/** What a transaction wrote that began before a letter and ended after it is told in that letter. */
const marginMs = 60_000

/**
 * Writes the letters that are due, each with the job that sends it, in the transaction that moves on to the next one:
 * none is written twice. Where nothing happened, none is written.
 */
export const writeDigests = async (ctx: Context): Promise<void> => {
  for (;;) {
    const written = await ctx.transaction(async (stores) => {
      const due = await stores.digests.takeDue(ctx.now(), atOnce)
      for (const digest of due) await write(ctx, stores, digest)
      return due.length
    })
    if (written < atOnce) return
  }
}

const write = async (ctx: Context, stores: Stores, digest: Digest) => {
  const { personId, toldAt } = digest
  const now = ctx.now()
  const to = new Date(Math.max(Date.parse(now) - marginMs, Date.parse(toldAt))).toISOString()
  const person = await stores.people.find(personId)
  if (person === null) return stores.digests.remove(personId)
  const { name, role } = person
  const personal: Context = { ...ctx, actor: { kind: 'person', personId, name, role } }
  const moments = await stores.digests.moments({ from: toldAt, to })
  const sections = await digestSections(personal, stores, personId, moments)
  await stores.digests.save({ ...digest, toldAt: to, nextAt: nextDigest(digest, now) })
  if (sections.length === 0) return
  const id = ctx.newId()
  const unsubscribe = `${ctx.appUrl}/api/unsubscribe/${ctx.secrets.unsubscribeToken(personId)}`
  const mail = { id, to: person.email, subject: digestSubject(sections), sections, unsubscribe }
  await stores.digests.addLetter({ personId, mail, createdAt: now })
  await stores.jobs.add({
    kind: 'send-digest',
    payload: { letterId: id },
    subject: `person:${personId}`,
    requestedBy: null,
  })
}
