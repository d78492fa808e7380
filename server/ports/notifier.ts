import type { AlertMessage } from '@/domain/alerts/alert-message'
import type { DigestSection } from '@/domain/alerts/digest'

/** Where alerts go. `secret` signs what a webhook is sent; `url` of Slack is one of its incoming webhooks. */
export type AlertChannel =
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }
  | { readonly kind: 'slack'; readonly url: string }
  | { readonly kind: 'email'; readonly to: readonly string[] }

/**
 * What became of one try, in words for people. `again`: another try may go better; `afterMs` where the other side said
 * when.
 */
export type Sent =
  | { readonly sent: true; readonly said: string }
  | { readonly sent: false; readonly said: string; readonly again: boolean; readonly afterMs?: number }

/** News for one person. `id` is the same at every try, so that mail servers tell repetitions apart. */
export type Mail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly sections: readonly DigestSection[]
  /** The page that ends such letters, for the button of mail programs. */
  readonly unsubscribe: string
}

/** Sends to the outside world. Never asked inside a transaction: it may take a while. It fails by answer, not by throwing. */
export type Notifier = {
  readonly alert: (channel: AlertChannel, message: AlertMessage) => Promise<Sent>
  readonly mail: (mail: Mail) => Promise<Sent>
  /** Why an http or https address is not posted to, in words for people; null where nothing is known against it. */
  readonly refusalOf: (url: string) => Promise<string | null>
  /** Whether the installation has a mail server. */
  readonly canMail: boolean
}
