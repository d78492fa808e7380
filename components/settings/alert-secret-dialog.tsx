'use client'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SecretLine } from './secret-line'

type AlertSecretDialogProps = { readonly secret: string | null; readonly onClose: () => void }

/** The secret of a webhook, shown this once. */
export const AlertSecretDialog = ({ secret, onClose }: AlertSecretDialogProps) => (
  <Dialog
    open={secret !== null}
    onOpenChange={onClose}
    title="Copy the secret now"
    description="It is shown this once. Whoever receives the alerts checks their signature with it, as the Standard Webhooks libraries do."
    footer={
      <Button variant="primary" onClick={onClose}>
        Done
      </Button>
    }
  >
    <SecretLine label="Signing secret" value={secret ?? ''} />
  </Dialog>
)
