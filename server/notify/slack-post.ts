import type { AlertMessage } from '@/domain/alerts/alert-message'

/** What Slack takes in one header and in one field (docs.slack.dev, Block Kit reference). */
const longest = { header: 150, field: 2_000, fields: 10 }

/**
 * A message of blocks for an incoming webhook, with `text` for notifications. Names that people or apps chose are
 * escaped, so that none of them mentions a channel or makes a link.
 */
export const slackPost = ({
  title,
  facts,
  link,
  rule,
}: AlertMessage): { readonly headers: Readonly<Record<string, string>>; readonly body: string } => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, longest.header), emoji: false } },
      {
        type: 'section',
        fields: facts.slice(0, longest.fields).map(({ name, value }) => ({
          type: 'mrkdwn',
          text: `*${escaped(name)}*\n${cut(escaped(value), longest.field - 100)}`,
        })),
      },
      { type: 'section', text: { type: 'mrkdwn', text: `<${link}|Open in Plumbline>` } },
      { type: 'context', elements: [{ type: 'mrkdwn', text: `Alert rule: ${escaped(rule)}` }] },
    ].filter(({ fields }) => fields === undefined || fields.length > 0),
  }),
})

/** The three characters that Slack's markup is made of. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text
