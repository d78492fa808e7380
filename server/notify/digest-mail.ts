import type { Mail } from '@/server/ports/notifier'
import { html } from './html'

/** News as a letter, for reading with and without HTML. */
export const digestMail = ({
  subject,
  sections,
  unsubscribe,
}: Mail): { readonly subject: string; readonly text: string; readonly html: string } => ({
  subject,
  text: [
    ...sections.flatMap(({ title, items, count }) => [
      `${title} (${count})`,
      ...items.flatMap(({ text, link }) => [`- ${text}`, `  ${link}`]),
      ...more(items.length, count),
      '',
    ]),
    `No more letters like this: ${unsubscribe}`,
    '',
  ].join('\n'),
  html: html`${sections.map(
    ({ title, items, count }) => html`<h2 style="font-size:16px">${title} (${String(count)})</h2>
<ul>${items.map(({ text, link }) => html`<li><a href="${link}">${text}</a></li>`)}${more(items.length, count).map((line) => html`<li>${line}</li>`)}</ul>
`,
  )}<p style="color:#666;font-size:12px"><a href="${unsubscribe}">No more letters like this</a></p>
`.text,
})

const more = (shown: number, count: number): readonly string[] =>
  count > shown ? [`and ${count - shown} more`] : []
