import { createTransport } from 'nodemailer'
import type { Sent } from '@/server/ports/notifier'

export type MailSettings = {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string
  readonly from: string
}

export type Letter = {
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends letters by SMTP, one connection each. */
export const openMailer = ({ url, from }: MailSettings, timeoutMs: number) => {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ id, to, headers, ...letter }: Letter): Promise<Sent> => {
    try {
      const answer = await transport.sendMail({
        ...letter,
        from,
        to: [...to],
        messageId: `<${id}@${domainOf(from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      })
      if (answer.rejected.length === 0) return { sent: true, said: answer.response.slice(0, 200) }
      // Whoever was taken has the letter; another try would send it to them twice.
      return {
        sent: true,
        said: `Refused for ${answer.rejected.map(String).join(', ')}; the others have it.`,
      }
    } catch (error) {
      return notSent(error)
    }
  }
}

/** RFC 5321: answers of 500 and more stand whatever is tried again, all other failures pass. */
const notSent = (error: unknown): Sent => {
  const { message, responseCode } = error as { readonly message?: string; readonly responseCode?: number }
  const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode !== 535
  return { sent: false, said: (message ?? 'could not be sent').slice(0, 200), again: !isFinal }
}

const domainOf = (from: string): string => /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'plumbline'
