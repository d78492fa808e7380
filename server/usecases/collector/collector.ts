import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Failed } from '@/contracts/failed'
import { testOf } from '@/domain/sources/test-message'
import {
  type CollectorPath,
  collectedCalls,
  collectorLimits,
  collectorPath,
} from '@/domain/traffic/collected-calls'
import { writeKeyEnding } from '@/domain/traffic/write-key-ending'
import { log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import { boundedWork } from '../arrivals/bounded-work'
import { type GroupCommitLimits, groupCommit } from '../arrivals/group-commit'
import { collectorAnswers } from './collector-answers'
import type { CollectorAnswer, CollectorRequest } from './collector-request'
import { type CollectedRequest, commitCollected } from './commit-collected'
import { judgeCollected } from './judge-collected'
import { knownWriteKeys } from './known-write-keys'
import { liveSampler } from './live-sampler'

export type Collector = { readonly answer: (request: CollectorRequest) => Promise<CollectorAnswer> }

/**
 * Segment's Tracking API and the settings document of its libraries, for one process. A request is answered when its
 * calls are committed. Like Segment it takes what has an unknown write key, and drops it.
 */
export const collector = (ctx: Context, limits: Partial<GroupCommitLimits> = {}): Collector => {
  const findWriteKey = knownWriteKeys(ctx)
  const live = liveSampler(ctx)
  const commits = groupCommit({
    commit: (requests: readonly CollectedRequest[]) => commitCollected(ctx, requests),
    isAvailable: async () => {
      await ctx.transaction(({ endpoints }) => endpoints.find(''))
      return true
    },
    sizeOf: ({ bytes }) => memoryOf(bytes),
    limits,
  })
  // What waits for its verdict is not among what waits for its commit.
  const bounded = boundedWork(limits)

  const collect = async (request: CollectorRequest, name: string): Promise<CollectorAnswer> => {
    const path = collectorPath(name)
    if (path === undefined) return collectorAnswers.unknownPath()
    commits.refuseWhenFull()
    const body = await inflated(request)
    return bounded(memoryOf(body.byteLength), () => take(request, path, body))
  }

  const take = async (
    request: CollectorRequest,
    path: CollectorPath,
    body: Uint8Array,
  ): Promise<CollectorAnswer> => {
    const read = collectedCalls(path, Buffer.from(body).toString('utf8'), body.byteLength)
    if (!read.ok) return collectorAnswers.refused(read.message)
    const writeKey = basicWriteKey(request.authorization) ?? read.writeKey
    const known = writeKey === null ? null : await findWriteKey(writeKey)
    if (writeKey === null || known === null) {
      log.debug(
        { part: 'collector', calls: read.calls.length },
        'Calls with an unknown write key were dropped',
      )
      return collectorAnswers.taken()
    }
    const tests = read.calls.flatMap((call) => testOf(call) ?? [])
    const calls = await judgeCollected(
      ctx,
      known,
      read.calls.filter((call) => testOf(call) === null),
    )
    const chosen = live.choose(known.source, writeKeyEnding(writeKey), calls)
    await commits.add({ bytes: body.byteLength, known, calls, tests, live: chosen })
    return collectorAnswers.taken()
  }

  const settings = async (writeKey: string): Promise<CollectorAnswer> =>
    (await findWriteKey(writeKey)) === null
      ? collectorAnswers.unknownPath()
      : collectorAnswers.settings(writeKey, ctx.appUrl)

  return {
    answer: async (request) => {
      const [first = '', second, third] = request.path
      try {
        if (request.method === 'OPTIONS') return collectorAnswers.preflight()
        if (request.path.length === 3 && first === 'projects' && third === 'settings')
          return request.method === 'GET' ? await settings(second ?? '') : collectorAnswers.wrongMethod('GET')
        if (request.path.length !== 1 || collectorPath(first) === undefined)
          return collectorAnswers.unknownPath()
        return request.method === 'POST'
          ? await collect(request, first)
          : collectorAnswers.wrongMethod('POST')
      } catch (error) {
        return failed(error)
      }
    },
  }
}

/** What was parsed takes a few times what it took as text. */
const memoryOf = (bytes: number): number => 1_000 + 3 * bytes

const failed = (error: unknown): CollectorAnswer => {
  const failure = error instanceof Failed ? error.failure : null
  if (failure?.code === 'too-large') return collectorAnswers.refused(tooLarge)
  if (failure?.code === 'rate-limited') return collectorAnswers.later(failure.retryAfterSeconds)
  log.error({ err: error, part: 'collector' }, 'Calls could not be committed')
  return collectorAnswers.failed()
}

const tooLarge = `The request holds more than ${collectorLimits.batchBytes / 1024} kB.`

/** RFC 7617, with the write key as the user and no password. */
const basicWriteKey = (authorization: string | null): string | null => {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(authorization ?? '') ?? []
  if (encoded === undefined) return null
  return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] || null
}

const unzip = promisify(gunzip)

const inflated = async ({ body, contentEncoding }: CollectorRequest): Promise<Uint8Array> => {
  // One byte more, so that what is too large is told by the limit of its path.
  const most = collectorLimits.batchBytes + 1
  const sent = await body(most)
  if (contentEncoding?.trim().toLowerCase() !== 'gzip') return sent
  return unzip(sent, { maxOutputLength: most }).catch(() => new Uint8Array())
}
