import { styleText } from 'node:util'
import type { Terminal } from './command'

type Colour = 'red' | 'yellow' | 'green' | 'gray' | 'bold'

/** Colours text where a person looks at it. */
export const paint = ({ colour }: Terminal, style: Colour, text: string): string =>
  colour ? styleText(style, text, { validateStream: false }) : text
