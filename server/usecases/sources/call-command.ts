/** A track call as a command for a terminal; a quote in it is closed, escaped and opened again, as a shell wants it. */
export const callCommand = (
  url: string,
  call: Readonly<Record<string, unknown>>,
  writeKey = '<write key>',
): string =>
  `curl -u '${writeKey}:' -H 'Content-Type: application/json' -d '${JSON.stringify(call).replaceAll("'", "'\\''")}' ${url}/v1/track`
