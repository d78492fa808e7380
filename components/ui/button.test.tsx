import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from './button'

test('a double click starts something once, before it is shown that it is under way', async () => {
  const start = vi.fn()
  render(
    <Button pending={false} onClick={start}>
      Make a write key
    </Button>,
  )
  const user = userEvent.setup()
  await user.dblClick(screen.getByRole('button'))
  expect(start).toHaveBeenCalledTimes(1)
  await user.keyboard('{Enter}')
  expect(start).toHaveBeenCalledTimes(2)
})

test('a double click sends a form once', async () => {
  const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  render(
    <form onSubmit={submit}>
      <Button type="submit" pending={false}>
        Save
      </Button>
    </form>,
  )
  await userEvent.dblClick(screen.getByRole('button'))
  expect(submit).toHaveBeenCalledTimes(1)
})

test('a button that starts nothing takes every press', async () => {
  const next = vi.fn()
  render(<Button onClick={next}>Next</Button>)
  await userEvent.dblClick(screen.getByRole('button'))
  expect(next).toHaveBeenCalledTimes(2)
})
