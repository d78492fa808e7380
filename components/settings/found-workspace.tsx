import type { WorkspaceCheck } from '@/contracts/workspace'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Note } from '../ui/note'

type FoundWorkspaceProps = {
  readonly found: WorkspaceCheck
  readonly name: string
  readonly onNameChange: (name: string) => void
}

/** What a token opens, before anything is stored. */
export const FoundWorkspace = ({ found, name, onNameChange }: FoundWorkspaceProps) => (
  <div className="flex flex-col gap-4">
    <Note
      live
      tone={found.plans.length === 0 ? 'warn' : 'good'}
      title={`The token opens ${found.name} (${found.slug}) with ${plansText(found.plans.length)}.`}
    >
      {found.plans.length > 0 ? (
        <ul className="mt-1 max-h-40 list-inside list-disc overflow-y-auto">
          {found.plans.map(({ segmentId, name: plan }) => (
            <li key={segmentId}>{plan}</li>
          ))}
        </ul>
      ) : (
        <p>It can be connected; a plan made in Segment later comes in by itself.</p>
      )}
      <p className="mt-1">
        {found.alreadyConnected
          ? 'This workspace is connected already. Its plans, requests and history stay; only the token is replaced.'
          : 'Connecting only reads. Segment is not changed until somebody publishes.'}
      </p>
    </Note>
    <Field label="Name here" hint="How the workspace is called in this installation.">
      <Input value={name} onValueChange={onNameChange} />
    </Field>
  </div>
)

const plansText = (count: number) =>
  count === 0 ? 'no tracking plan' : count === 1 ? '1 tracking plan' : `${count} tracking plans`
