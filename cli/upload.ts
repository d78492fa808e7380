import { askInstallation } from './ask-installation'
import { CannotRun } from './command'
import type { JudgedCall } from './judging/validate-line'
import type { Options } from './read-options'
import { uploadedCall } from './uploaded-call'

export const uploadOptions = {
  upload: { type: 'string' },
  'upload-calls': { type: 'string' },
  source: { type: 'string' },
  url: { type: 'string' },
  token: { type: 'string' },
} as const

/** Well below what an installation takes in one request. */
const partCharacters = 1_000_000

type Told = JudgedCall & { readonly line: number }

export type Upload = {
  /** Takes what was found, with the calls by their line; sends it when enough has come together. */
  readonly add: (found: readonly Told[], calls: ReadonlyMap<number, string>) => Promise<void>
  /** Sends the rest, and says what became of it. */
  readonly end: () => Promise<string>
}

/** Where something is sent, and for which plan and source of it. */
export type Installation = {
  readonly plan: string
  readonly source: string
  readonly url: string
  readonly token: string
}

/** What the options say of where to send; null where `name` does not ask for it. Throws `CannotRun` for what is missing. */
export const installationOf = (options: Options, name: 'upload' | 'upload-calls'): Installation | null => {
  const plan = options.text(name)
  if (plan === undefined) return null
  const url = options.text('url') ?? process.env.PLUMBLINE_URL
  const token = options.text('token') ?? process.env.PLUMBLINE_TOKEN
  const source = options.text('source')
  if (!url) throw new CannotRun('say where to: --url https://plumbline.example.com, or PLUMBLINE_URL.')
  if (!token)
    throw new CannotRun("a contributor's API token is needed: set PLUMBLINE_TOKEN, or give --token.")
  if (!source) throw new CannotRun('say whose calls they are: --source, by the id or the slug of the source.')
  return { plan, source, url, token }
}

/** Sends what validation found to an installation, where that is asked for. */
export const uploadOf = (options: Options): Upload | null => {
  const installation = installationOf(options, 'upload')
  if (installation === null) return null
  const { plan, source, url, token } = installation
  const counts = { taken: 0, duplicates: 0, late: 0, refused: 0 }
  const refusals: string[] = []
  let waiting = ''

  const send = async () => {
    const body = waiting
    waiting = ''
    const path = `/plans/${encodeURIComponent(plan)}/violations/import`
    const answer = await askInstallation({ url, token, path, query: { format: 'ndjson', source }, body })
    for (const name of countNames) counts[name] += countIn(answer, name)
    refusals.push(...reasonsIn(answer))
  }
  return {
    add: async (found, calls) => {
      for (const told of found) {
        waiting += `${JSON.stringify({ ...told, notJudged: undefined, call: uploadedCall(calls.get(told.line) ?? '') })}\n`
        if (waiting.length >= partCharacters) await send()
      }
    },
    end: async () => {
      if (waiting !== '') await send()
      const told = [...new Set(refusals)].map((reason) => `  ${reason}\n`).join('')
      return `uploaded: ${counts.taken} counted, ${counts.duplicates} known already, ${counts.late} too old, ${counts.refused} refused\n${told}`
    },
  }
}

const countNames = ['taken', 'duplicates', 'late', 'refused'] as const

const countIn = (answer: unknown, name: (typeof countNames)[number]): number => {
  const count: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined
  if (typeof count !== 'number') throw new CannotRun('the answer is not that of a Plumbline installation.')
  return count
}

const reasonsIn = (answer: unknown): string[] => {
  const refusals: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'refusals') : []
  if (!Array.isArray(refusals)) return []
  return refusals.flatMap(({ reason }: { reason?: unknown }) => (typeof reason === 'string' ? [reason] : []))
}
