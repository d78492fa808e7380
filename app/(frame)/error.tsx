'use client'
import { Button } from '@/components/ui/button'
import { ErrorNote } from '@/components/ui/error-note'
import { Page } from '@/components/ui/page'

type Props = { readonly error: Error & { digest?: string }; readonly reset: () => void }

export default function FrameError({ error, reset }: Props) {
  return (
    <Page>
      <ErrorNote
        title="This page could not be shown."
        kept="Nothing was changed; what you typed and did not save is still in this browser."
        todo={
          error.digest ? `If it stays, tell your administrator the number ${error.digest}.` : 'Try again.'
        }
        actions={<Button onClick={reset}>Try again</Button>}
      />
    </Page>
  )
}
