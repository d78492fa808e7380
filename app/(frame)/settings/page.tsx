import { redirect } from 'next/navigation'
import { pages } from '@/contracts/paths'

export default function SettingsPage() {
  redirect(pages.settings())
}
