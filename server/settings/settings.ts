import { resolve } from 'node:path'
import { z } from 'zod'

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

/** What the environment says, read once. Absent values are null; secrets are as they were given. */
export type Settings = {
  readonly port: number
  readonly host: string
  /** Whether only this machine can reach it: demo people are allowed then, and only then. */
  readonly loopback: boolean
  /** How people reach it, without a slash at the end. */
  readonly appUrl: string
  /** Absolute. */
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly segment: SegmentSettings | null
  readonly admin: AdminSettings | null
  /** 32 bytes in base64. */
  readonly secretKey: string | null
  readonly sandboxPort: number | null
  /** Where webhooks and the collector listen in a process of their own; null for only where the pages are. */
  readonly intakePort: number | null
  /** Where the running sandbox listens; told to web and worker by the launcher. */
  readonly sandboxUrl: string | null
  readonly logLevel: LogLevel
  readonly otelEndpoint: string | null
  /** How letters are sent; null where there is no mail server. */
  readonly mail: MailSettings | null
  /** Whether alerts may be posted to addresses of this machine and of private networks. */
  readonly alertPrivateAddresses: boolean
}

export type MailSettings = {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string
  /** `plans@example.com`, or `Plumbline <plans@example.com>`. */
  readonly from: string
}

export type SegmentSettings = {
  readonly token: string
  /** Overrides the region's host. */
  readonly apiUrl: string | null
  readonly region: 'us' | 'eu'
}

export type AdminSettings = {
  readonly email: string
  readonly password: string | null
  readonly token: string | null
}

export type SettingsReading =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] }

const port = (name: string) =>
  z.coerce
    .number(`${name} must be a port number from 1 to 65535.`)
    .int(`${name} must be a port number from 1 to 65535.`)
    .min(1, `${name} must be a port number from 1 to 65535.`)
    .max(65_535, `${name} must be a port number from 1 to 65535.`)

const webUrl = (name: string) =>
  z
    .url({ protocol: /^https?$/, error: `${name} must be an http or https address.` })
    .transform((url) => url.replace(/\/+$/, ''))

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const environment = z.object({
  PORT: port('PORT').default(3000),
  HOST: z
    .string()
    .regex(/^[a-z0-9.:_-]+$/i, 'HOST must be an address or a host name, without a port.')
    .default('127.0.0.1'),
  APP_URL: webUrl('APP_URL').optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      hostname: /.*/,
      error: 'DATABASE_URL must be a Postgres address: postgresql://user:password@host:port/database.',
    })
    .optional(),
  SEGMENT_TOKEN: z.string().optional(),
  SEGMENT_API_URL: webUrl('SEGMENT_API_URL').optional(),
  SEGMENT_REGION: z.enum(['us', 'eu'], 'SEGMENT_REGION must be us or eu.').default('us'),
  ADMIN_EMAIL: z.email('ADMIN_EMAIL must be an e-mail address.').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'ADMIN_PASSWORD must have 8 characters or more.')
    .max(128, 'ADMIN_PASSWORD must have 128 characters or fewer.')
    .optional(),
  ADMIN_TOKEN: z.string().min(32, 'ADMIN_TOKEN must have 32 characters or more.').optional(),
  SECRET_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, {
      error: 'SECRET_KEY must be 32 bytes in base64 (for example from: openssl rand -base64 32).',
    })
    .optional(),
  SANDBOX_PORT: port('SANDBOX_PORT').optional(),
  INTAKE_PORT: port('INTAKE_PORT').optional(),
  SEGMENT_SANDBOX_URL: webUrl('SEGMENT_SANDBOX_URL').optional(),
  LOG_LEVEL: z.enum(levels, `LOG_LEVEL must be one of ${levels.join(', ')}.`).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl('OTEL_EXPORTER_OTLP_ENDPOINT').optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /.+/,
      error:
        'SMTP_URL must be the address of a mail server: smtp://user:password@host:587, or smtps:// for TLS from the start.',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      'MAIL_FROM must be an e-mail address, or a name with one: Plumbline <plans@example.com>.',
    )
    .optional(),
  ALERT_PRIVATE_ADDRESSES: z
    .enum(['allow', 'refuse'], 'ALERT_PRIVATE_ADDRESSES must be allow or refuse.')
    .default('refuse'),
})

/**
 * Reads the settings from an environment. A variable that is set to nothing counts as absent.
 *
 * @returns the settings, or one sentence per problem; the sentences never quote a secret
 */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): SettingsReading => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = environment.safeParse(given)
  const problems = [
    ...new Set(parsed.error?.issues.map(({ message }) => message)),
    ...togetherProblems(given),
  ]
  return parsed.success && problems.length === 0
    ? { ok: true, settings: toSettings(parsed.data) }
    : { ok: false, problems }
}

const togetherProblems = (given: Readonly<Record<string, string | undefined>>): string[] => {
  const problems: string[] = []
  if (!given.ADMIN_EMAIL && (given.ADMIN_PASSWORD || given.ADMIN_TOKEN)) {
    problems.push(
      'ADMIN_EMAIL is missing: ADMIN_PASSWORD and ADMIN_TOKEN belong to the administrator it names.',
    )
  }
  if (given.ADMIN_EMAIL && !given.ADMIN_PASSWORD && !given.ADMIN_TOKEN) {
    problems.push(
      'ADMIN_PASSWORD is missing: an administrator named by ADMIN_EMAIL needs it, or ADMIN_TOKEN, to get in.',
    )
  }
  if (given.SMTP_URL && !given.MAIL_FROM)
    problems.push('MAIL_FROM is missing: letters sent through SMTP_URL need an address that they come from.')
  if (given.MAIL_FROM && !given.SMTP_URL)
    problems.push('SMTP_URL is missing: MAIL_FROM is of use with a mail server only.')
  return problems
}

const toSettings = (env: z.infer<typeof environment>): Settings => ({
  port: env.PORT,
  host: env.HOST,
  loopback: isLoopback(env.HOST),
  appUrl: env.APP_URL ?? `http://${reachable(env.HOST)}:${env.PORT}`,
  dataDir: resolve(env.DATA_DIR),
  databaseUrl: env.DATABASE_URL ?? null,
  segment: env.SEGMENT_TOKEN
    ? { token: env.SEGMENT_TOKEN, apiUrl: env.SEGMENT_API_URL ?? null, region: env.SEGMENT_REGION }
    : null,
  admin: env.ADMIN_EMAIL
    ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD ?? null, token: env.ADMIN_TOKEN ?? null }
    : null,
  secretKey: env.SECRET_KEY ?? null,
  sandboxPort: env.SANDBOX_PORT ?? null,
  intakePort: env.INTAKE_PORT ?? null,
  sandboxUrl: env.SEGMENT_SANDBOX_URL ?? null,
  logLevel: env.LOG_LEVEL,
  otelEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
  alertPrivateAddresses: env.ALERT_PRIVATE_ADDRESSES === 'allow',
})

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

const reachable = (host: string) => {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
