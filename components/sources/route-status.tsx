import { CircleAlert, CircleCheck, CircleDashed, Hand, LoaderCircle } from 'lucide-react'
import type { RouteView } from '@/contracts/source'
import { RelativeTime } from '../ui/relative-time'
import { type Look, Status } from '../ui/status'

const looks: Readonly<Record<RouteView['status'], Look>> = {
  'not-connected': { tone: 'quiet', icon: CircleDashed, word: 'Not connected' },
  'set-up-by-hand': { tone: 'good', icon: Hand, word: 'Set up by hand' },
  connecting: { tone: 'warn', icon: LoaderCircle, word: 'Being connected' },
  'by-hand': { tone: 'warn', icon: Hand, word: 'One step by hand' },
  connected: { tone: 'good', icon: CircleCheck, word: 'Connected' },
  disconnecting: { tone: 'warn', icon: LoaderCircle, word: 'Being taken away' },
  failed: { tone: 'bad', icon: CircleAlert, word: 'Stopped' },
}

export const RouteStatus = ({ status, lastArrivalAt }: Pick<RouteView, 'status' | 'lastArrivalAt'>) => {
  const { tone, icon, word } = looks[status]
  return (
    <Status tone={tone} icon={icon}>
      {word}
      {status === 'set-up-by-hand' && lastArrivalAt ? (
        <>
          , last delivery <RelativeTime at={lastArrivalAt} />
        </>
      ) : null}
    </Status>
  )
}
