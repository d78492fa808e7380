import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Field } from './field'
import { Select } from './select'

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    value: `s${at}`,
    label: `Source ${at}`,
    hint: at === 170 ? 'Kiosks' : 'Storefront',
  }))

const shown = (count: number, value: string | null = 's3') => {
  const choose = vi.fn()
  render(
    <Field label="Source">
      <Select value={value} onValueChange={choose} options={options(count)} placeholder="Choose a source" />
    </Field>,
  )
  return { choose, user: userEvent.setup(), control: screen.getByRole('combobox', { name: 'Source' }) }
}

test('a few values are a plain list', async () => {
  const { choose, user, control } = shown(5)
  expect(control).toHaveTextContent('Source 3')
  await user.click(control)
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(await screen.findByRole('option', { name: /^Source 4/ }))
  expect(choose).toHaveBeenCalledWith('s4')
})

test('many are searched by what they are called and by what stands beside', async () => {
  const { choose, user, control } = shown(500)
  expect(control).toHaveTextContent('Source 3')
  await user.click(control)
  const popup = within(await screen.findByRole('dialog'))
  const search = popup.getByRole('combobox')
  expect(search).toHaveFocus()
  expect(popup.getAllByRole('option')).toHaveLength(100)
  await user.type(search, 'kiosk')
  expect(popup.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Source 170Kiosks'])
  await user.keyboard('{Enter}')
  expect(choose).toHaveBeenCalledWith('s170')
})

test('what is not among many says so, and nothing chosen shows the placeholder', async () => {
  const { choose, user, control } = shown(20, null)
  expect(control).toHaveTextContent('Choose a source')
  await user.click(control)
  await user.type(within(await screen.findByRole('dialog')).getByRole('combobox'), 'zzz')
  expect(await screen.findByText('Nothing of that name')).toBeVisible()
  await user.keyboard('{Enter}{Escape}')
  expect(choose).not.toHaveBeenCalled()
})
