import type { Notifier, Sent } from '@/server/ports/notifier'
import { alertMail } from './alert-mail'
import { digestMail } from './digest-mail'
import { type MailSettings, openMailer } from './mailer'
import { type PostNeeds, postBody } from './post-body'
import { refusalOf } from './public-address'
import { slackPost } from './slack-post'
import { webhookPost } from './webhook-post'

export type NotifierNeeds = {
  readonly mail: MailSettings | null
  readonly allowPrivate: boolean
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 10_000
/** Somebody waits for the answer, and sending asks again. */
const lookUpMs = 2_000

/** Sends alerts by webhook, Slack and e-mail, and letters by e-mail. Nothing connects before it is asked to send. */
export const openNotifier = ({
  mail,
  allowPrivate,
  timeoutMs = defaultTimeoutMs,
}: NotifierNeeds): Notifier => {
  const post: PostNeeds = { allowPrivate, timeoutMs }
  const send = mail && openMailer(mail, timeoutMs)
  return {
    canMail: mail !== null,
    refusalOf: async (url) => (allowPrivate ? null : refusalOf(url, lookUpMs)),
    alert: async (channel, message) => {
      switch (channel.kind) {
        case 'webhook':
          return postBody(channel.url, webhookPost(message, channel.secret, Date.now()), post)
        case 'slack':
          return postBody(channel.url, slackPost(message), post)
        case 'email':
          return send?.({ id: message.id, to: channel.to, ...alertMail(message) }) ?? noMail
      }
    },
    mail: async (mail) =>
      send?.({
        id: mail.id,
        to: [mail.to],
        ...digestMail(mail),
        headers: {
          'List-Unsubscribe': `<${mail.unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      }) ?? noMail,
  }
}

const noMail: Sent = {
  sent: false,
  said: 'This installation has no mail server. SMTP_URL and MAIL_FROM name one.',
  again: false,
}
