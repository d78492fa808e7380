import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { anAlert, aViolation } from '@/domain/alerts/an-alert.cases'
import { openNotifier } from './notifier'

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string }
type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string }

/** Listens on loopback, keeps what it is sent, and answers as the test says; without an answer it never does. */
const receiver = async (answer: Answer | null = {}) => {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
    if (answer) response.writeHead(answer.status ?? 200, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`, received }
}

type Letter = { readonly to: readonly string[]; readonly text: string }

/** A mail server that keeps letters, or answers every one with a code. */
const mailbox = async (code: number | null = null) => {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (code !== null) return done(Object.assign(new Error('Not now'), { responseCode: code }))
        letters.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          // Long lines are cut for the way (quoted-printable).
          text: Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', ''),
        })
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letters }
}

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const open = (mail: string | null = null, timeoutMs = 5_000) =>
  openNotifier({
    mail: mail === null ? null : { url: mail, from: 'Plumbline <plans@example.com>' },
    allowPrivate: true,
    timeoutMs,
  })

test('a webhook gets the alert, signed over the exact body, with the same id at every try', async () => {
  const { url, received } = await receiver({ body: 'thanks\nfor that' })
  const channel = { kind: 'webhook', url, secret } as const
  expect(await open().alert(channel, anAlert())).toEqual({ sent: true, said: 'answered 200: thanks' })
  await open().alert(channel, anAlert())

  for (const { headers, body } of received) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const hmac = createHmac('sha256', Buffer.alloc(32, 7)).update(signed).digest('base64')
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': anAlert().id,
      'webhook-signature': `v1,${hmac}`,
    })
    expect(Math.abs(Date.now() / 1_000 - Number(headers['webhook-timestamp']))).toBeLessThan(60)
    const { violation, title, facts, link, rule } = anAlert()
    expect(JSON.parse(body)).toEqual({
      type: 'violation.new',
      timestamp: anAlert().at,
      data: { id: anAlert().id, title, facts, link, rule, violation, blocked: null },
    })
  }
  expect(received).toHaveLength(2)
})

test.each<[string, Answer, object]>([
  [
    'an error of the server',
    { status: 500, body: '<html>\nOops' },
    { said: 'answered 500: <html>', again: true },
  ],
  [
    'too many',
    { status: 429, headers: { 'retry-after': '7' } },
    { said: 'answered 429', again: true, afterMs: 7_000 },
  ],
  ['a wrong address', { status: 404 }, { said: 'answered 404', again: true }],
  ['gone for good', { status: 410 }, { said: 'answered 410', again: false }],
  [
    'another place',
    { status: 302, headers: { location: 'http://169.254.169.254/' } },
    { said: 'answered 302; redirects are not followed', again: true },
  ],
])('%s is told as it is', async (_name, answer, expected) => {
  const { url, received } = await receiver(answer)
  expect(await open().alert({ kind: 'webhook', url, secret }, anAlert())).toEqual({
    sent: false,
    ...expected,
  })
  expect(received).toHaveLength(1)
})

test('nobody is waited for, and a server that is not there is tried again', async () => {
  const { url } = await receiver(null)
  expect(await open(null, 100).alert({ kind: 'slack', url }, anAlert())).toEqual({
    sent: false,
    said: 'did not answer in time',
    again: true,
  })
  const { url: gone } = await receiver()
  const nobody = gone.replace(/:\d+/, ':1')
  expect(await open().alert({ kind: 'slack', url: nobody }, anAlert())).toMatchObject({
    sent: false,
    again: true,
  })
})

test('an answer without end is not read to its end', async () => {
  const { url } = await receiver({ body: 'x'.repeat(5_000_000) })
  const sent = await open().alert({ kind: 'slack', url }, anAlert())
  expect(sent).toEqual({ sent: true, said: `answered 200: ${'x'.repeat(200)}` })
})

test.each([
  'http://127.0.0.1:80',
  'http://localhost:80',
  'http://[::1]:80',
  'http://2130706433:80',
  'http://0x7f.1:80',
])('%s is refused without a connection where private addresses are not allowed', async (address) => {
  const { url, received } = await receiver()
  const { port } = new URL(url)
  const notifier = openNotifier({ mail: null, allowPrivate: false, timeoutMs: 5_000 })
  const sent = await notifier.alert({ kind: 'slack', url: address.replace(/:80$/, `:${port}`) }, anAlert())
  expect(sent).toMatchObject({ sent: false, again: false, said: expect.stringContaining('private network') })
  expect(received).toEqual([])
  // And told while it is typed.
  expect(await notifier.refusalOf(address)).toBe(sent.said)
  expect(await open().refusalOf(address)).toBeNull()
})

test.each(['https://8.8.8.8/', 'https://[2606:4700::1111]/', 'https://nobody.invalid/'])(
  '%s may be typed: nothing is known against it',
  async (address) => {
    const notifier = openNotifier({ mail: null, allowPrivate: false })
    expect(await notifier.refusalOf(address)).toBeNull()
  },
)

test('only http and https are posted to', async () => {
  expect(await open().alert({ kind: 'slack', url: 'file:///etc/passwd' }, anAlert())).toMatchObject({
    sent: false,
    again: false,
  })
})

test('Slack gets blocks in which no name is markup', async () => {
  const { url, received } = await receiver({ body: 'ok' })
  const title = `<!channel> & ${'x'.repeat(300)}`
  const facts = [{ name: 'Source', value: '<https://evil.example|click>' }]
  await open().alert({ kind: 'slack', url }, anAlert({ title, facts }))
  const { text, blocks } = JSON.parse(received[0]?.body ?? '')
  expect(text).toMatch(/^&lt;!channel&gt; &amp; x/)
  expect(blocks[0].text.text).toHaveLength(150)
  expect(blocks[1].fields).toEqual([{ type: 'mrkdwn', text: '*Source*\n&lt;https://evil.example|click&gt;' }])
  expect(blocks[2].text.text).toBe('<https://plans.example.com/violations/v1|Open in Plumbline>')
  expect(blocks).toHaveLength(4)

  await open().alert({ kind: 'slack', url }, anAlert({ facts: [] }))
  expect(JSON.parse(received[1]?.body ?? '').blocks).toHaveLength(3)
})

test('a letter says the same in words and in HTML, in which no name is markup', async () => {
  const { url, letters } = await mailbox()
  const message = anAlert({ facts: [{ name: 'Source', value: '<b>iOS</b>' }], violation: aViolation() })
  const sent = await open(url).alert({ kind: 'email', to: ['ann@example.com', 'sue@example.com'] }, message)
  expect(sent).toMatchObject({ sent: true })
  expect(letters).toHaveLength(1)
  const [{ to, text } = { to: [], text: '' }] = letters
  expect(to).toEqual(['ann@example.com', 'sue@example.com'])
  expect(text).toContain(`Message-ID: <${message.id}@example.com>`)
  expect(text).toContain('Auto-Submitted: auto-generated')
  expect(text).toContain('Subject: New violation: products[].sku is missing in Order Completed')
  expect(text).toContain('Source: <b>iOS</b>')
  expect(text).toContain('&#60;b&#62;iOS')
  expect(text.split('<b>iOS')).toHaveLength(2)
})

test('a letter of news tells what happened, and can be ended with one click', async () => {
  const { url, letters } = await mailbox()
  const unsubscribe = 'https://plans.example.com/api/unsubscribe/x'
  const items = [{ text: 'total <is> missing', link: 'https://plans.example.com/violations/v1' }]
  const sections = [{ title: 'New', items, count: 12 }]
  const mail = { id: 'd1', to: 'ann@example.com', subject: 'Plumbline: new 12', sections, unsubscribe }
  expect(await open(url).mail(mail)).toMatchObject({ sent: true })
  const [{ to, text } = { to: [], text: '' }] = letters
  expect(to).toEqual(['ann@example.com'])
  expect(text).toContain(`List-Unsubscribe: <${unsubscribe}>`)
  expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(text).toContain('Message-ID: <d1@example.com>')
  expect(text).toContain('- total <is> missing')
  expect(text).toContain('total &#60;is&#62; missing')
  expect(text.match(/and 11 more/g)).toHaveLength(2)
})

test.each([
  [550, false],
  [451, true],
])('a mail server that answers %s: again %s', async (code, again) => {
  const { url } = await mailbox(code)
  const sent = await open(url).alert({ kind: 'email', to: ['ann@example.com'] }, anAlert())
  expect(sent).toMatchObject({ sent: false, again, said: expect.stringContaining('Not now') })
})

test('without a mail server it says what is missing', async () => {
  const notifier = open()
  expect(notifier.canMail).toBe(false)
  expect(await notifier.alert({ kind: 'email', to: ['ann@example.com'] }, anAlert())).toMatchObject({
    sent: false,
    again: false,
    said: expect.stringContaining('SMTP_URL'),
  })
})
