'use client'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SecretLine } from './secret-line'

type LinkToHandOverProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly url: string
}

/** A link that lets one person set their password, shown this once. */
export const LinkToHandOver = ({ open, onOpenChange, title, url }: LinkToHandOverProps) => (
  <Dialog
    open={open}
    onOpenChange={onOpenChange}
    title={title}
    description="Hand the link over on a way you trust. Whoever opens it sets the password; it works once, for a week. It cannot be shown again, but a new one can be made."
    footer={
      <Button variant="primary" onClick={() => onOpenChange(false)}>
        Done
      </Button>
    }
  >
    <SecretLine label="Link" value={url} />
  </Dialog>
)
