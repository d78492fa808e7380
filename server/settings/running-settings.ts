import { readSettings, type Settings } from './settings'

/** The settings of a running web or worker process: the launcher has found a database and a key. */
export type RunningSettings = Settings & { readonly databaseUrl: string; readonly secretKey: string }

/**
 * Reads what the launcher hands to web and worker.
 *
 * @throws Error naming every problem, one a line, when the process was started without the launcher and lacks something
 */
export const readRunningSettings = (env: Readonly<Record<string, string | undefined>>): RunningSettings => {
  const reading = readSettings(env)
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  const { databaseUrl, secretKey } = reading.settings
  if (!databaseUrl) throw new Error('DATABASE_URL is missing.')
  if (!secretKey) throw new Error('SECRET_KEY is missing.')
  return { ...reading.settings, databaseUrl, secretKey }
}
