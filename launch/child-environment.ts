import type { RunningSettings } from '@/server/settings/running-settings'

/** Every name that people may set; a program gets those of them that it needs, and everything else as it is. */
const ours = [
  'PORT',
  'HOST',
  'APP_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'SEGMENT_TOKEN',
  'SEGMENT_API_URL',
  'SEGMENT_REGION',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'ADMIN_TOKEN',
  'SECRET_KEY',
  'SANDBOX_PORT',
  'INTAKE_PORT',
  'SEGMENT_SANDBOX_URL',
  'LOG_LEVEL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'SMTP_URL',
  'MAIL_FROM',
  'ALERT_PRIVATE_ADDRESSES',
]

/**
 * What web and worker are told: where they are reached, the database, the key, and (`SEGMENT_SANDBOX_URL`)
 * where the sandbox listens when there is one. `server/settings/running-settings.ts` reads it there.
 */
export const serverEnvironment = (
  settings: RunningSettings,
  mode: 'production' | 'development',
): NodeJS.ProcessEnv =>
  withOurs({
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    HOST: settings.host,
    APP_URL: settings.appUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl,
    SECRET_KEY: settings.secretKey,
    SEGMENT_TOKEN: settings.segment?.token,
    SEGMENT_REGION: settings.segment?.region,
    SEGMENT_API_URL: settings.segment?.apiUrl,
    SEGMENT_SANDBOX_URL: settings.sandboxUrl,
    INTAKE_PORT: settings.intakePort === null ? null : String(settings.intakePort),
    LOG_LEVEL: settings.logLevel,
    OTEL_EXPORTER_OTLP_ENDPOINT: settings.otelEndpoint,
    SMTP_URL: settings.mail?.url,
    MAIL_FROM: settings.mail?.from,
    ALERT_PRIVATE_ADDRESSES: settings.alertPrivateAddresses ? 'allow' : 'refuse',
  })

/** What the sandbox is told: no key, no credentials, no database of ours. */
export const sandboxEnvironment = (dataDir: string, port: number | null): NodeJS.ProcessEnv =>
  withOurs({ DATA_DIR: dataDir, SANDBOX_PORT: port === null ? undefined : String(port) })

const withOurs = (values: Readonly<Record<string, string | null | undefined>>): NodeJS.ProcessEnv =>
  ({
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name))),
    ...Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
    ),
  }) as NodeJS.ProcessEnv
