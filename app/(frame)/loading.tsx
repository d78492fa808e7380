import { Page } from '@/components/ui/page'
import { SkeletonRows } from '@/components/ui/skeleton'

const worthASkeletonMs = 300
const stepMs = 30

/**
 * What a page shows while it waits for its data; a page whose data is there before that is sent with it, in one piece.
 * Without the pause, the skeleton would be painted first even then, and React leaves what it has painted for 300 ms.
 */
export default async function Loading() {
  // In steps: while this process is busy with the page itself, nobody waits for anything else.
  for (let waitedMs = 0; waitedMs < worthASkeletonMs; waitedMs += stepMs)
    await new Promise((later) => setTimeout(later, stepMs))
  return (
    <Page>
      <SkeletonRows label="Loading the page" />
    </Page>
  )
}
