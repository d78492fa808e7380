import type { Severities } from '@/domain/lint/lint'
import { severities } from '@/domain/lint/severity'
import { isLintRuleId } from '@/domain/lint/usual-severities'
import { isJsonObject, type Json } from '@/domain/plan/json'
import { CannotRun, type Terminal } from '../command'
import { readText } from '../read-text'

type Asked = { readonly severities: Severities; readonly others: readonly string[] }

/** Takes every `--severity id=level` out of the arguments. */
export const askedSeverities = (args: readonly string[]): Asked => {
  const asked: string[] = []
  const others: string[] = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '--severity') {
      i += 1
      asked.push(args[i] ?? '')
    } else if (arg.startsWith('--severity=')) asked.push(arg.slice('--severity='.length))
    else others.push(arg)
  }
  const pairs = asked.map((text) => {
    const [, id = text, level = ''] = /^(.*)=(.*)$/s.exec(text) ?? []
    return [id, level] as const
  })
  return { severities: known(pairs, '--severity'), others }
}

/** What a file like `{ "severities": { "missing-example": "off" } }` says; nothing where there is no file. */
export const severitiesInFile = async (file: string | undefined, terminal: Terminal): Promise<Severities> => {
  if (file === undefined) return {}
  const config = parsed(await readText(file, terminal), file)
  if (!isJsonObject(config) || !isJsonObject(config.severities))
    throw new CannotRun(`${file} has no "severities" as in { "severities": { "missing-example": "off" } }.`)
  return known(Object.entries(config.severities), file)
}

const parsed = (text: string, file: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new CannotRun(`${file} is no JSON.`)
  }
}

const known = (pairs: readonly (readonly [string, Json])[], from: string): Severities =>
  Object.fromEntries(
    pairs.map(([id, said]) => {
      if (!isLintRuleId(id)) throw new CannotRun(`${from}: lint has no rule "${id}".`)
      const level = (['off', ...severities] as const).find((one) => one === said)
      if (level === undefined)
        throw new CannotRun(`${from}: ${id} is off, info, warning or error, not "${said}".`)
      return [id, level]
    }),
  )
