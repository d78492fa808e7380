import { expect, test } from 'vitest'
import { trackingUrl } from './tracking-url'

test.each([
  ['https://api.segmentapis.com', 'https://api.segment.io'],
  ['https://eu1.api.segmentapis.com/', 'https://events.eu1.segmentapis.com'],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
])('calls of %s go to %s', (apiUrl, url) => expect(trackingUrl(apiUrl)).toBe(url))
