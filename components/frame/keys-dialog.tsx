'use client'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'

const groups = [
  {
    title: 'Anywhere',
    keys: [
      ['⌘ K', 'Search events and places'],
      ['g o', 'Overview'],
      ['g c', 'Catalog'],
      ['g r', 'Change requests'],
      ['g v', 'Violations'],
      ['g u', 'Sources'],
      ['g d', 'Debugger'],
      ['g i', 'Insights'],
      ['g j', 'Jobs'],
      ['g s', 'Settings'],
      ['?', 'This list'],
    ],
  },
  {
    title: 'In a list',
    keys: [
      ['j', 'Next row'],
      ['k', 'Previous row'],
      ['enter', 'Open the row'],
      ['/', 'Search the list'],
    ],
  },
  { title: 'On an event', keys: [['e', 'Propose a change']] },
  {
    title: 'On violations',
    keys: [
      ['x', 'Select the row'],
      ['X', 'Select up to the row'],
      ['a', 'Assign'],
      ['e', 'Resolve'],
      ['w', 'Wait for a rollout'],
      ['i', 'Ignore'],
      ['o', 'Reopen'],
    ],
  },
  {
    title: 'On a change request',
    keys: [
      ['j', 'Next change'],
      ['k', 'Previous change'],
      ['enter', 'Open it'],
      ['a', 'Approve it; the whole request while none is chosen'],
      ['x', 'Ask for changes'],
      ['m', 'Mark as looked at'],
      ['c', 'Comment on it'],
      ['t', 'Go to its thread'],
      ['e', 'Change title and description'],
      [']', 'Next request that waits for you'],
    ],
  },
] as const

type KeysDialogProps = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }

export const KeysDialog = ({ open, onOpenChange }: KeysDialogProps) => (
  <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="lg" isText>
    <div className="gap-10 sm:columns-2">
      {groups.map(({ title, keys }) => (
        <section key={title} aria-label={title} className="mb-4 break-inside-avoid">
          <h3 className="mb-1.5 text-ink-3 text-xs">{title}</h3>
          <dl className="flex flex-col gap-1.5">
            {keys.map(([key, what]) => (
              <div key={key} className="flex items-center justify-between gap-4 text-sm">
                <dt className="text-ink-2">{what}</dt>
                <dd className="flex gap-1">
                  {key.split(' ').map((each) => (
                    <Kbd key={each}>{each}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
)
