'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'

/** Light, dark, or as the system says. */
export const ThemeMenu = () => {
  const { theme, setTheme } = useTheme()
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="icon" aria-label="Theme">
          <Sun aria-hidden="true" className="dark:hidden" />
          <Moon aria-hidden="true" className="hidden dark:block" />
        </Button>
      }
    >
      <MenuItem icon={<Monitor />} checked={theme === 'system'} onSelect={() => setTheme('system')}>
        As the system
      </MenuItem>
      <MenuItem icon={<Sun />} checked={theme === 'light'} onSelect={() => setTheme('light')}>
        Light
      </MenuItem>
      <MenuItem icon={<Moon />} checked={theme === 'dark'} onSelect={() => setTheme('dark')}>
        Dark
      </MenuItem>
    </Menu>
  )
}
