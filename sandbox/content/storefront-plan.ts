import { withDefects } from '@/sandbox/content/defects'
import { plan } from '@/sandbox/content/fields'
import { flag, instant, matching, number, oneOf, orNull, text, whole } from '@/sandbox/content/node'
import { common, page, type RuleDraft, traits } from '@/sandbox/content/rule-draft'
import { browsing } from '@/sandbox/content/storefront-browsing'
import { checkout, orders } from '@/sandbox/content/storefront-checkout'
import { customers } from '@/sandbox/content/storefront-customers'

const everyCall = common(
  'Every call says which app sent it.',
  {
    messageId: { type: 'string', minLength: 1 },
    context: {
      type: 'object',
      properties: {
        app: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
          },
          required: ['version'],
        },
        locale: { type: 'string' },
      },
      required: ['app'],
    },
  },
  ['context'],
)

const identify = traits('IDENTIFY', 'What is known about a customer.', {
  'email!': text('Mail address', { format: 'email' }),
  first_name: text('First name'),
  last_name: text('Last name'),
  phone: orNull(matching('^\\+[0-9]{6,15}$', 'Phone number, international')),
  created_at: instant('When the account was made'),
  plan: orNull(plan),
  loyalty_tier: oneOf('Loyalty tier', 'bronze', 'silver', 'gold'),
  lifetime_value: number('Revenue so far', { minimum: 0 }),
  accepts_marketing: flag('Whether news are welcome'),
})

const group = traits('GROUP', 'A company that buys through us.', {
  'name!': text('Company name'),
  industry: text('Industry'),
  employees: whole('Number of employees', { minimum: 1 }),
  plan: oneOf('Contract', 'standard', 'enterprise'),
})

const named = (name: string, description: string) =>
  page(name, description, {
    'title!': text('Title of the page'),
    'url!': text('Address', { format: 'uri' }),
    path: text('Path'),
    referrer: orNull(text('Where the visitor came from')),
  })

/** The shop's plan: events in the order of how often they are sent. */
export const storefrontPlan: RuleDraft[] = withDefects([
  ...browsing.slice(0, 4),
  ...checkout,
  ...customers,
  ...browsing.slice(4),
  ...orders,
  identify,
  group,
  named('Home', 'The front page was opened.'),
  named('Category', 'A category page was opened.'),
  everyCall,
])
