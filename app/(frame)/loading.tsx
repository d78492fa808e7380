import { Page } from '@/components/ui/page'
import { SkeletonRows } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <Page>
      <SkeletonRows label="Loading the page" />
    </Page>
  )
}
