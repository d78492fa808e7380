import type { Detector } from './detector'
import { email } from './email'
import { iban } from './iban'
import { ipAddress } from './ip-address'
import { longDigits } from './long-digits'
import { paymentCard } from './payment-card'
import { phone } from './phone'
import { token } from './token'

/** Everything that is looked for in texts, in numbers as they are written, and in names. */
export const detectors: readonly Detector[] = [email, token, iban, paymentCard, phone, longDigits, ipAddress]
