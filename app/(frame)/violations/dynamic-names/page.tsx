import type { Metadata } from 'next'
import { DynamicNamesScreen } from '@/components/violations/dynamic-names-screen'
import { propose } from './actions'

export const metadata: Metadata = { title: 'Names that carry a value' }

export default function DynamicNamesPage() {
  return <DynamicNamesScreen propose={propose} />
}
