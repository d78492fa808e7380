import { CopyButton } from '../ui/copy-button'

type SecretLineProps = {
  /** What it is, e.g. "Shared secret". */
  readonly label: string
  readonly value: string
}

/** A text to copy, in full. */
export const SecretLine = ({ label, value }: SecretLineProps) => (
  <div className="flex flex-col gap-1">
    <p className="font-medium text-sm">{label}</p>
    <div className="flex items-center gap-1 rounded-md border border-line-strong bg-sunken py-0.5 pr-0.5 pl-2.5">
      <code className="min-w-0 flex-1 break-all font-mono text-xs">{value}</code>
      <CopyButton text={value} what={label.toLowerCase()} />
    </div>
  </div>
)
