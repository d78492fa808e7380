import { describe, expect, it } from 'vitest'
import { makeSecrets } from './make-secrets'
import { newId } from './new-id'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const secrets = makeSecrets(key(1))

describe('sealing', () => {
  it('gives back what was sealed, differently sealed each time', () => {
    for (const plain of ['sgp_token', '', 'ünï\0çødé 💡']) {
      const [one, two] = [secrets.seal(plain), secrets.seal(plain)]
      expect(one).not.toBe(two)
      if (plain.length > 3) expect(Buffer.from(one.slice(3), 'base64url').includes(plain)).toBe(false)
      expect([secrets.open(one), secrets.open(two)]).toEqual([plain, plain])
    }
  })

  it('may be tried', () => {
    const sealed = secrets.seal('token')
    expect(secrets.tryOpen(sealed)).toBe('token')
    expect(makeSecrets(key(2)).tryOpen(sealed)).toBeNull()
  })

  it('is refused by another key, and after any change', () => {
    const sealed = secrets.seal('sgp_token')
    expect(() => makeSecrets(key(2)).open(sealed)).toThrow('cannot be opened')
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(() => secrets.open(`v1.${changed.toString('base64url')}`)).toThrow('cannot be opened')
    }
    for (const odd of ['', 'v1.', 'v1.AAAA', sealed.slice(0, -4), sealed.slice(3), 'sgp_token'])
      expect(() => secrets.open(odd)).toThrow('cannot be opened')
  })
})

describe('the one key', () => {
  it.each(['', 'short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'is refused unless it has 32 bytes: %s',
    (wrong) => {
      expect(() => makeSecrets(wrong)).toThrow('32 bytes')
    },
  )

  it('gives each use a key of its own, the same at every start', () => {
    const again = makeSecrets(key(1))
    expect(again.authSecret).toBe(secrets.authSecret)
    expect(again.chainHash('text')).toBe(secrets.chainHash('text'))
    expect(makeSecrets(key(2)).chainHash('text')).not.toBe(secrets.chainHash('text'))
    expect(secrets.chainHash('text')).toMatch(/^[0-9a-f]{64}$/)
  })
})

it('hashes a token as SHA-256 does', () => {
  expect(secrets.hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(secrets.newToken()).toMatch(/^[\w-]{43}$/)
  expect(secrets.newToken()).not.toBe(secrets.newToken())
})

it('makes ids that sort by time', async () => {
  const before = newId()
  await new Promise((resolve) => setTimeout(resolve, 3))
  const after = newId()
  expect(before).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  expect(before < after).toBe(true)
  expect(new Set(Array.from({ length: 1_000 }, newId)).size).toBe(1_000)
})

it('lets only the token of a letter end letters, and only those of its person', () => {
  const token = secrets.unsubscribeToken('ann')
  expect(secrets.personOfUnsubscribe(token)).toBe('ann')
  expect(secrets.unsubscribeToken('ann')).toBe(token)
  const signature = token.slice(4)
  for (const odd of [
    '',
    '.',
    'ann',
    'ann.',
    `sue.${signature}`,
    `${token}x`,
    `.${signature}`,
    token.toUpperCase(),
  ])
    expect(secrets.personOfUnsubscribe(odd)).toBeNull()
  expect(makeSecrets(key(2)).personOfUnsubscribe(token)).toBeNull()
})

it('makes webhook secrets in the form that receivers know', () => {
  expect(secrets.newWebhookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(secrets.newWebhookSecret()).not.toBe(secrets.newWebhookSecret())
})
