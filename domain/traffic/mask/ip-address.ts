import { type Detector, matchesOf } from './detector'

export const ipAddress: Detector = {
  id: 'ip-address',
  title: 'IP addresses',
  takes: 'Four numbers up to 255 with dots, or an IPv6 address.',
  may: (text) => /\d\.\d|:[\da-f]*:/i.test(text),
  find: (text) => [...versionFour(text), ...versionSix(text)],
}

const versionFour = matchesOf(/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)/g, (match) =>
  match.split('.').every((part) => Number(part) <= 255),
)

const versionSix = matchesOf(/(?<![\w:])[\da-f:]{2,39}(?![\w:])/gi, (match) => {
  const halves = match.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const isWhole = halves.length === 2 ? groups.length < 8 && groups.length > 1 : groups.length === 8
  return isWhole && groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
})
