import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { useKeys } from './use-keys'

const attributes = {
  open: { 'data-open': '' },
  closing: { 'data-closed': '' },
  toast: { 'aria-modal': false },
} as const

const Page = ({
  on,
  dialog,
}: {
  readonly on: () => void
  readonly dialog: 'none' | 'open' | 'closing' | 'toast'
}) => {
  useKeys({ j: on })
  return dialog === 'none' ? null : <div role="dialog" {...attributes[dialog]} />
}

test.each([
  ['none', 1],
  ['open', 0],
  ['closing', 1],
  ['toast', 1],
] as const)('with a dialog that is %s, a key acts %i times', async (dialog, times) => {
  const on = vi.fn()
  render(<Page on={on} dialog={dialog} />)
  await userEvent.keyboard('j')
  expect(on).toHaveBeenCalledTimes(times)
})
