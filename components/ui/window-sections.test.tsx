import { render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WindowSections } from './window-sections'

const sections = (
  <WindowSections
    label="Decisions"
    count={100}
    keyOf={String}
    estimate={150}
    section={(index) => `Decision ${index}`}
  />
)

test('the first picture holds what a window shows, the next one what scrolling comes to soon as well', () => {
  const container = document.createElement('div')
  container.innerHTML = renderToString(sections)
  document.body.append(container)
  const first = screen.getAllByRole('listitem')
  expect(first[0]).toHaveTextContent('Decision 0')
  expect(first).toHaveLength(7)
  render(sections, { container, hydrate: true })
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(10)
})
