'use client'
import { Keyboard, LogOut, UserRound } from 'lucide-react'
import type { FrameView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import { signOut } from '../data/auth-client'
import { Avatar } from '../ui/avatar'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '../ui/menu'

type MeMenuProps = { readonly me: FrameView['me']; readonly onShowKeys: () => void }

/** Who is signed in, the account, and the way out. */
export const MeMenu = ({ me, onShowKeys }: MeMenuProps) => (
  <Menu
    align="end"
    className="w-60"
    trigger={
      <button
        type="button"
        aria-label={`Signed in as ${me.name}`}
        className="focus-ring flex size-8 items-center justify-center rounded-md hover:bg-hover data-popup-open:bg-hover"
      >
        <Avatar name={me.name} className="size-6 text-2xs" />
      </button>
    }
  >
    <div className="px-2 py-1.5">
      <p className="truncate font-medium text-sm">{me.name}</p>
      <p className="truncate text-ink-3 text-xs">{me.email}</p>
      <p className="mt-1 text-ink-2 text-xs first-letter:uppercase">
        {me.demo ? `${me.role}, demo` : me.role}
      </p>
    </div>
    <MenuSeparator />
    <MenuLink href={pages.settings('account')} icon={<UserRound />}>
      Account
    </MenuLink>
    <MenuItem icon={<Keyboard />} onSelect={onShowKeys}>
      Keyboard shortcuts
    </MenuItem>
    <MenuSeparator />
    <MenuItem icon={<LogOut />} onSelect={leave}>
      Sign out
    </MenuItem>
  </Menu>
)

/** A whole page load, so that nothing that was read stays in memory. */
const leave = async () => {
  await signOut()
  window.location.assign(pages.signIn())
}
