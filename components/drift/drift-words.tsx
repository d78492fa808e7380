'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BellOff, Ellipsis, Equal, Eye } from 'lucide-react'
import { useState } from 'react'
import { ruleName } from '@/domain/plan/rule-id'
import { failureText } from '../data/failure-text'
import { failureOf } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import type { DriftActions } from './drift-actions'
import type { DriftedRule } from './take'
import { type Word, WordDialog } from './word-dialog'

type DriftWordsProps = {
  readonly plan: string
  readonly drifted: DriftedRule
  readonly resolveDrift: DriftActions['resolveDrift']
}

/** What can be said of drift that changes nothing: ignore it for a while, or that it is none. */
export const DriftWords = ({ plan, drifted, resolveDrift }: DriftWordsProps) => {
  const { rule, kind, ignored } = drifted
  const [word, setWord] = useState<Word | null>(null)
  const queries = useQueryClient()
  const watching = useMutation({
    mutationFn: () => unwrapAction(resolveDrift({ plan, choices: [{ rule, take: 'watch' }] })),
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => toast.error(failureText(failureOf(error)).title),
  })
  const name = ruleName(rule)
  if (ignored)
    return (
      <Button
        size="sm"
        icon={<Eye aria-hidden="true" />}
        pending={watching.isPending}
        onClick={() => watching.mutate()}
      >
        Look at it again
        <span className="sr-only"> ({name})</span>
      </Button>
    )
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`More for ${name}`}
            icon={<Ellipsis aria-hidden="true" />}
          />
        }
      >
        <MenuItem icon={<BellOff aria-hidden="true" />} onSelect={() => setWord('ignore')}>
          Ignore it for a while…
        </MenuItem>
        {kind === 'changed' ? (
          <MenuItem icon={<Equal aria-hidden="true" />} onSelect={() => setWord('same')}>
            Segment only writes it otherwise…
          </MenuItem>
        ) : null}
      </Menu>
      {word ? (
        <WordDialog
          plan={plan}
          rule={rule}
          word={word}
          resolveDrift={resolveDrift}
          onClose={() => setWord(null)}
        />
      ) : null}
    </>
  )
}
