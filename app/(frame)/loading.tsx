import { Page } from '@/components/ui/page'
import { SkeletonRows } from '@/components/ui/skeleton'

const worthASkeletonMs = 300

/**
 * What a page shows while it waits for its data; a page whose data is there before that is sent with it, in one piece.
 * Without the pause, the skeleton would be painted first even then, and React leaves what it has painted for 300 ms.
 */
export default async function Loading() {
  await new Promise((show) => setTimeout(show, worthASkeletonMs))
  return (
    <Page>
      <SkeletonRows label="Loading the page" />
    </Page>
  )
}
