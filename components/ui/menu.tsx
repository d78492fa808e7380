'use client'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './cn'
import { floatingStyle, itemStyle } from './floating-style'
import { IntentLink } from './intent-link'

type MenuProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom'
  readonly className?: string
  readonly children: ReactNode
}

export const Menu = ({ trigger, align = 'start', side = 'bottom', className, children }: MenuProps) => (
  <BaseMenu.Root>
    <BaseMenu.Trigger render={trigger} />
    <BaseMenu.Portal>
      <BaseMenu.Positioner className="z-50 outline-hidden" sideOffset={4} align={align} side={side}>
        <BaseMenu.Popup
          className={cn(floatingStyle, 'max-h-(--available-height) min-w-44 overflow-y-auto p-1', className)}
        >
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
)

type MenuItemProps = {
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly danger?: boolean
  /** Marks the present choice of a menu that chooses. */
  readonly checked?: boolean
  readonly children: ReactNode
}

export const MenuItem = ({ onSelect, icon, disabled, danger, checked, children }: MenuItemProps) => (
  <BaseMenu.Item
    onClick={onSelect}
    disabled={disabled}
    className={cn(itemStyle, danger && 'text-bad [&>svg]:text-bad')}
  >
    {icon}
    <span className="min-w-0 flex-1">{children}</span>
    {checked ? <Check aria-label="chosen" className="text-accent!" /> : null}
  </BaseMenu.Item>
)

export const MenuLink = ({
  href,
  icon,
  checked,
  children,
}: {
  readonly href: string
  readonly icon?: ReactNode
  readonly checked?: boolean
  readonly children: ReactNode
}) => (
  <BaseMenu.LinkItem render={<IntentLink href={href} />} closeOnClick className={itemStyle}>
    {icon}
    <span className="min-w-0 flex-1">{children}</span>
    {checked ? <Check aria-label="chosen" className="text-accent!" /> : null}
  </BaseMenu.LinkItem>
)

export const MenuGroup = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <BaseMenu.Group>
    <BaseMenu.GroupLabel className="px-2 pt-1.5 pb-1 text-ink-3 text-xs">{label}</BaseMenu.GroupLabel>
    {children}
  </BaseMenu.Group>
)

export const MenuSeparator = () => <BaseMenu.Separator className="-mx-1 my-1 h-px bg-line" />
