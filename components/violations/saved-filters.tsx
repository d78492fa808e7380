'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Menu, MenuGroup, MenuItem, MenuLink, MenuSeparator } from '../ui/menu'
import type { BoardActions } from './violation-actions'
import { filterAddress, violationFilter } from './violation-filter'
import { boardFiltersQuery } from './violation-queries'

/** The filters that I keep, and a way to keep the present one. Its address can be sent to others as it is. */
export const SavedFilters = ({
  saveFilter,
  deleteFilter,
}: Pick<BoardActions, 'saveFilter' | 'deleteFilter'>) => {
  const queries = useQueryClient()
  const [filter] = useQueryStates(violationFilter)
  const { data } = useQuery(boardFiltersQuery())
  const [name, setName] = useState<string | null>(null)
  const refresh = () => queries.invalidateQueries(boardFiltersQuery())
  const address = filterAddress(filter)
  const saving = useMutation({
    mutationFn: (given: string) => unwrapAction(saveFilter({ name: given, query: address })),
    onSuccess: () => setName(null),
    onSettled: refresh,
  })
  const deleting = useMutation({
    mutationFn: (id: string) => unwrapAction(deleteFilter({ id })),
    onSettled: refresh,
  })
  const kept = data?.data ?? []
  const present = kept.find(({ query }) => query === address)
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="sm" icon={<Bookmark aria-hidden="true" />}>
            {present?.name ?? 'Filters'}
          </Button>
        }
      >
        {kept.length > 0 ? (
          <MenuGroup label="Kept filters">
            {kept.map(({ id, name: word, query }) => (
              <MenuLink key={id} href={`${pages.violations()}${query}`} checked={id === present?.id}>
                {word}
              </MenuLink>
            ))}
          </MenuGroup>
        ) : null}
        {kept.length > 0 ? <MenuSeparator /> : null}
        <MenuItem onSelect={() => setName('')}>Keep this filter …</MenuItem>
        {present ? (
          <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => deleting.mutate(present.id)}>
            Forget “{present.name}”
          </MenuItem>
        ) : null}
      </Menu>
      <Dialog
        open={name !== null}
        onOpenChange={(open) => setName(open ? '' : null)}
        title="Keep this filter"
        size="sm"
        footer={
          <Button
            variant="primary"
            type="submit"
            form="keep-filter"
            pending={saving.isPending}
            disabled={!name?.trim()}
          >
            Keep
          </Button>
        }
      >
        <form
          id="keep-filter"
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (name?.trim()) saving.mutate(name.trim())
          }}
        >
          <Field label="Name" hint="A filter of the same name is replaced.">
            <Input value={name ?? ''} onValueChange={setName} />
          </Field>
          {saving.error ? <FailureNote error={saving.error} /> : null}
        </form>
      </Dialog>
    </>
  )
}
