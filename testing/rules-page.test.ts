import { expect, test } from 'vitest'
import { rulesPage } from './rules-page.cases'

test('docs/rules.md says what the registries say; npm run docs:rules makes it so', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../docs/rules.md')
})

test('every kind of change has an example, and no cell is empty', () => {
  for (const line of rulesPage().split('\n')) expect(line).not.toMatch(/\|\s+\|/)
})
