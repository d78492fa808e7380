import type { RouteView } from '@/contracts/source'
import { Code } from '../ui/code'
import { CopyButton } from '../ui/copy-button'

/** Values to enter in Segment's own screens. */
export const HandValues = ({ values }: { readonly values: RouteView['byHand'] }) => (
  <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1 text-sm">
    {values.map(({ label, value }) => (
      <div key={label} className="contents">
        <dt className="text-ink-3">{label}</dt>
        <dd className="flex items-center gap-1">
          <Code>{value}</Code>
          <CopyButton text={value} what={label.toLowerCase()} />
        </dd>
      </div>
    ))}
  </dl>
)
