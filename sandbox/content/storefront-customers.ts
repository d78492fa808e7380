import { channel, currency, orderId, plan, position, productId } from '@/sandbox/content/fields'
import { flag, instant, listOf, number, oneOf, orNull, text, whole } from '@/sandbox/content/node'
import { event, ownedBy } from '@/sandbox/content/rule-draft'

const method = oneOf('How', 'email', 'google', 'apple', 'facebook')
const campaign = { 'campaign_id!': text('Campaign id'), campaign_name: text('Campaign name'), channel }

const account = ownedBy('accounts', [
  event('Signed Up', 'An account was made.', {
    'method!': method,
    referral_code: orNull(text('Code of the customer who invited')),
    accepts_marketing: flag('Whether news are welcome'),
  }),
  event('Signed In', 'A customer signed in.', { 'method!': method }),
  event('Signed Out', 'A customer signed out.', {}),
  event('Password Reset Requested', 'A new password was asked for.', {
    'channel!': oneOf('How', 'email', 'sms'),
  }),
  event('Profile Updated', 'A customer changed the profile.', {
    'changed_fields!': listOf(text('Field'), 'What was changed; never the values'),
  }),
  event('Account Deleted', 'An account was deleted.', { reason: text('Why', { maxLength: 300 }) }),
  event('Loyalty Points Redeemed', 'Points were spent.', {
    'points!': whole('How many', { minimum: 1 }),
    'value!': number('What they were worth', { minimum: 0 }),
    'currency!': currency,
  }),
])

const reviews = ownedBy('community', [
  event('Product Reviewed', 'A review was written.', {
    'product_id!': productId,
    'review_id!': text('Review id'),
    'rating!': whole('Stars', { minimum: 1, maximum: 5 }),
    review_body: text('The review', { maxLength: 5000 }),
    has_photo: flag('With a photo'),
  }),
  event('Review Helpful Clicked', 'A review was found helpful, or not.', {
    'review_id!': text('Review id'),
    'helpful!': flag('Helpful or not'),
  }),
  event('Question Asked', 'A question about a product was asked.', {
    'product_id!': productId,
    question_length: whole('Number of letters', { minimum: 1 }),
  }),
])

const subscriptions = ownedBy('subscriptions', [
  event('Subscription Started', 'A subscription began.', {
    'subscription_id!': text('Subscription id'),
    'plan!': plan,
    'interval!': oneOf('Paid every', 'month', 'year'),
    'price!': number('Price for each interval', { minimum: 0 }),
    'currency!': currency,
    trial_ends_at: orNull(instant('When the free time ends')),
  }),
  event('Subscription Renewed', 'A subscription was paid again.', {
    'subscription_id!': text('Subscription id'),
    'plan!': plan,
    'renewal_count!': whole('The how manieth time', { minimum: 1 }),
  }),
  event('Subscription Plan Changed', 'A customer moved to another plan.', {
    'subscription_id!': text('Subscription id'),
    'from_plan!': plan,
    'to_plan!': plan,
  }),
  event('Subscription Paused', 'A subscription was paused.', {
    'subscription_id!': text('Subscription id'),
    until: orNull(instant('When it goes on')),
  }),
  event('Subscription Cancelled', 'A subscription was cancelled.', {
    'subscription_id!': text('Subscription id'),
    'reason!': oneOf('Why', 'price', 'quality', 'unused', 'other'),
    comment: text('In the words of the customer', { maxLength: 1000 }),
  }),
])

const support = ownedBy('support', [
  event(
    'Support Chat Started',
    'A chat with support began.',
    { 'topic!': oneOf('About', 'order', 'return', 'product', 'account'), order_id: orderId },
    { isFromUi: true },
  ),
  event('Support Chat Rated', 'A chat was rated.', { 'rating!': whole('Stars', { minimum: 1, maximum: 5 }) }),
  event('Help Article Viewed', 'A help article was read.', {
    'article_id!': text('Article'),
    'title!': text('Title'),
    helpful: orNull(flag('Whether it helped')),
  }),
  event('Support Ticket Created', 'A ticket was opened.', {
    'ticket_id!': text('Ticket'),
    'priority!': oneOf('Priority', 'low', 'normal', 'high', 'urgent'),
    channel: oneOf('By which way', 'email', 'chat', 'phone'),
  }),
])

const marketing = ownedBy('marketing', [
  event('Promotion Viewed', 'A banner was seen.', {
    'promotion_id!': text('Promotion id'),
    creative: text('Which picture'),
    name: text('Name of the promotion'),
    position,
  }),
  event('Promotion Clicked', 'A banner was clicked.', {
    'promotion_id!': text('Promotion id'),
    creative: text('Which picture'),
    position,
  }),
  event('Newsletter Subscribed', 'Somebody wants the newsletter.', {
    'source!': oneOf('Where', 'footer', 'checkout', 'popup', 'account'),
  }),
  event('Newsletter Unsubscribed', 'Somebody no longer wants the newsletter.', { reason: text('Why') }),
  event('Email Opened', 'A mail was opened.', campaign),
  event('Email Link Clicked', 'A link in a mail was clicked.', {
    ...campaign,
    'url!': text('The link', { format: 'uri' }),
  }),
  event('Push Notification Received', 'A push message arrived.', { ...campaign }),
  event('Referral Link Shared', 'A customer invited somebody.', {
    'referral_code!': text('The code'),
    channel,
  }),
  event('Experiment Viewed', 'A variant of an experiment was shown.', {
    'experiment_id!': text('Experiment id'),
    'variation_id!': text('Variation id'),
    experiment_name: text('Experiment'),
  }),
  event('Segment Consent Preference Updated', 'Added by Segment for consent management. Do not remove.', {}),
])

export const customers = [...account, ...reviews, ...subscriptions, ...support, ...marketing]
