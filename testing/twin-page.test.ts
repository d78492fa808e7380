import { expect, test } from 'vitest'
import { twinPage } from './twin-page.cases'

test('docs/twin.md says what the registries say; npm run docs:rules makes it so', async () => {
  await expect(twinPage()).toMatchFileSnapshot('../docs/twin.md')
})
