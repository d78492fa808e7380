import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from './settings'

const read = (env: Record<string, string>) => {
  const reading = readSettings(env)
  if (!reading.ok) throw new Error(reading.problems.join(' '))
  return reading.settings
}

const problemsOf = (env: Record<string, string>) => {
  const reading = readSettings(env)
  return reading.ok ? [] : reading.problems
}

test('an empty environment is a local demo', () => {
  expect(read({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    loopback: true,
    appUrl: 'http://127.0.0.1:3000',
    dataDir: resolve('.data'),
    databaseUrl: null,
    segment: null,
    admin: null,
    secretKey: null,
    sandboxPort: null,
    intakePort: null,
    sandboxUrl: null,
    logLevel: 'info',
    otelEndpoint: null,
    mail: null,
    alertPrivateAddresses: false,
  })
})

const secret = Buffer.alloc(32, 7).toString('base64')

test('everything given is taken', () => {
  expect(
    read({
      PORT: '8080',
      HOST: '0.0.0.0',
      APP_URL: 'https://plans.example.com/',
      DATA_DIR: '/var/plumbline',
      DATABASE_URL: 'postgres://me:pw@db.example:5433/plans?sslmode=require',
      SEGMENT_TOKEN: 'sgp_1',
      SEGMENT_API_URL: 'http://127.0.0.1:9/',
      SEGMENT_REGION: 'eu',
      ADMIN_EMAIL: 'ada@example.com',
      ADMIN_PASSWORD: 'long enough',
      ADMIN_TOKEN: 'x'.repeat(32),
      SECRET_KEY: secret,
      SANDBOX_PORT: '4000',
      INTAKE_PORT: '4001',
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      SMTP_URL: 'smtp://me:pw@mail.example:587',
      MAIL_FROM: 'Plumbline <plans@example.com>',
      ALERT_PRIVATE_ADDRESSES: 'allow',
    }),
  ).toEqual({
    port: 8080,
    host: '0.0.0.0',
    loopback: false,
    appUrl: 'https://plans.example.com',
    dataDir: '/var/plumbline',
    databaseUrl: 'postgres://me:pw@db.example:5433/plans?sslmode=require',
    segment: { token: 'sgp_1', apiUrl: 'http://127.0.0.1:9', region: 'eu' },
    admin: { email: 'ada@example.com', password: 'long enough', token: 'x'.repeat(32) },
    secretKey: secret,
    sandboxPort: 4000,
    intakePort: 4001,
    sandboxUrl: null,
    logLevel: 'debug',
    otelEndpoint: 'http://127.0.0.1:4318',
    mail: { url: 'smtp://me:pw@mail.example:587', from: 'Plumbline <plans@example.com>' },
    alertPrivateAddresses: true,
  })
})

test.each<[string, Record<string, string>, RegExp[]]>([
  ['a port that is no number', { PORT: 'abc' }, [/^PORT must be/]],
  ['a port out of range', { PORT: '70000' }, [/^PORT must be/]],
  ['port zero', { PORT: '0' }, [/^PORT must be/]],
  ['half a port', { SANDBOX_PORT: '1.5' }, [/^SANDBOX_PORT must be/]],
  ['a host with a port', { HOST: 'http://localhost' }, [/^HOST must be/]],
  ['an address without a scheme', { APP_URL: 'plans.example.com' }, [/^APP_URL must be/]],
  ['another database', { DATABASE_URL: 'mysql://db/plans' }, [/^DATABASE_URL must be/]],
  ['an unknown region', { SEGMENT_REGION: 'asia' }, [/^SEGMENT_REGION must be us or eu/]],
  ['a file address as API', { SEGMENT_API_URL: 'file:///etc/passwd' }, [/^SEGMENT_API_URL must be/]],
  [
    'a name instead of an address',
    { ADMIN_EMAIL: 'ada', ADMIN_PASSWORD: 'long enough' },
    [/^ADMIN_EMAIL must be/],
  ],
  [
    'a short password',
    { ADMIN_EMAIL: 'ada@example.com', ADMIN_PASSWORD: 'short' },
    [/^ADMIN_PASSWORD must have/],
  ],
  ['a short token', { ADMIN_EMAIL: 'ada@example.com', ADMIN_TOKEN: 'short' }, [/^ADMIN_TOKEN must have/]],
  ['a token that belongs to nobody', { ADMIN_TOKEN: 'x'.repeat(32) }, [/^ADMIN_EMAIL is missing/]],
  ['an administrator who cannot get in', { ADMIN_EMAIL: 'ada@example.com' }, [/^ADMIN_PASSWORD is missing/]],
  ['a short key', { SECRET_KEY: 'c2hvcnQ=' }, [/^SECRET_KEY must be 32 bytes/]],
  ['an unknown level', { LOG_LEVEL: 'loud' }, [/^LOG_LEVEL must be one of/]],
  ['a web address for mail', { SMTP_URL: 'https://hush', MAIL_FROM: 'a@b.example' }, [/^SMTP_URL must be/]],
  ['a sender without address', { SMTP_URL: 'smtp://mail', MAIL_FROM: 'Plumbline' }, [/^MAIL_FROM must be/]],
  ['mail from nobody', { SMTP_URL: 'smtp://mail' }, [/^MAIL_FROM is missing/]],
  ['mail from nowhere', { MAIL_FROM: 'a@b.example' }, [/^SMTP_URL is missing/]],
  ['half a permission', { ALERT_PRIVATE_ADDRESSES: 'yes' }, [/^ALERT_PRIVATE_ADDRESSES must be/]],
  ['two at once', { PORT: 'abc', LOG_LEVEL: 'loud' }, [/^PORT must be/, /^LOG_LEVEL must be/]],
])('%s is said in one line per problem', (_, env, lines) => {
  const problems = problemsOf(env)
  expect(problems).toHaveLength(lines.length)
  lines.forEach((line, at) => {
    expect(problems[at]).toMatch(line)
  })
})

test('a problem never quotes a secret', () => {
  const text = problemsOf({
    SECRET_KEY: 'hush',
    ADMIN_TOKEN: 'hush',
    ADMIN_PASSWORD: 'hush',
    DATABASE_URL: 'hush',
    SMTP_URL: 'hush',
  }).join()
  expect(text).not.toContain('hush')
})

test('a variable set to nothing counts as absent', () => {
  expect(read({ PORT: '', SEGMENT_TOKEN: ' ', DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    segment: null,
    databaseUrl: null,
  })
})

test.each([
  ['127.0.0.1', true, 'http://127.0.0.1:3000'],
  ['localhost', true, 'http://localhost:3000'],
  ['::1', true, 'http://[::1]:3000'],
  ['0.0.0.0', false, 'http://localhost:3000'],
  ['::', false, 'http://localhost:3000'],
  ['10.0.0.5', false, 'http://10.0.0.5:3000'],
])('HOST %s: loopback %s, reached at %s', (HOST, loopback, appUrl) => {
  expect(read({ HOST })).toMatchObject({ loopback, appUrl })
})

test('a database on a socket is an address too', () => {
  const DATABASE_URL = 'postgresql:///plans?host=/var/run/postgresql'
  expect(read({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL)
})
