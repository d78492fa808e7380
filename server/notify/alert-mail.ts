import type { AlertMessage } from '@/domain/alerts/alert-message'
import { html } from './html'

/** An alert as a letter, for reading with and without HTML. */
export const alertMail = ({
  title,
  facts,
  link,
  rule,
}: AlertMessage): { readonly subject: string; readonly text: string; readonly html: string } => ({
  subject: title,
  text: [
    title,
    '',
    ...facts.map(({ name, value }) => `${name}: ${value}`),
    '',
    link,
    '',
    `Sent by the alert rule "${rule}".`,
    '',
  ].join('\n'),
  html: html`<h1 style="font-size:18px">${title}</h1>
<table>${facts.map(({ name, value }) => html`<tr><td style="padding:2px 16px 2px 0;color:#666">${name}</td><td>${value}</td></tr>`)}</table>
<p><a href="${link}">Open in Plumbline</a></p>
<p style="color:#666;font-size:12px">Sent by the alert rule ${rule}.</p>
`.text,
})
