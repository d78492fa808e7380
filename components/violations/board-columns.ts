import { windowCell } from '../data/window-table'
import { cn } from '../ui/cn'

/** The columns of the board, in order, with their widths and from which width of the window they are shown. */
export const boardColumns = [
  { name: 'Selected', style: 'w-10' },
  { name: 'Violation', style: 'w-auto' },
  { name: 'Status', style: 'w-36 max-md:hidden' },
  { name: 'Assigned', style: 'w-28 max-xl:hidden' },
  { name: '7 days', style: 'w-24 max-lg:hidden' },
  { name: 'Count', style: 'w-18 text-right' },
  { name: 'Share', style: 'w-18 text-right max-lg:hidden' },
  { name: 'Seen', style: 'w-32 text-right max-lg:hidden' },
  { name: 'Where', style: 'w-36 max-xl:hidden' },
] as const

export const boardRowHeight = 76

export const cellStyle = cn(windowCell, 'h-[76px]')
