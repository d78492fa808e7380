import {
  address,
  cartId,
  coupon,
  currency,
  isFirst,
  money,
  orderId,
  paymentMethod,
  product,
  products,
  quantity,
  shippingMethod,
  sku,
} from '@/sandbox/content/fields'
import { flag, instant, listOf, number, object, oneOf, orNull, text, whole } from '@/sandbox/content/node'
import { event, ownedBy } from '@/sandbox/content/rule-draft'

const step = {
  'checkout_id!': text('Checkout id'),
  'step!': whole('Step, counted from 1', { minimum: 1, maximum: 5 }),
}

export const checkout = ownedBy('checkout', [
  event('Product Added', 'A product was put into the cart.', {
    'cart_id!': cartId,
    ...product,
    'quantity!': quantity,
    'currency!': currency,
    coupon,
  }),
  event(
    'Product Added',
    'A product was put into the cart. Version 2 names where the button stood.',
    {
      'cart_id!': cartId,
      ...product,
      'quantity!': quantity,
      'currency!': currency,
      coupon,
      'placement!': oneOf('Where the button stood', 'product_page', 'list', 'quick_view', 'recommendation'),
    },
    { version: 2 },
  ),
  event('Product Removed', 'A product was taken out of the cart.', {
    'cart_id!': cartId,
    ...product,
    'quantity!': quantity,
  }),
  event('Cart Viewed', 'The cart was opened.', {
    'cart_id!': cartId,
    'products!': products,
    'currency!': currency,
    value: number('Sum of the lines', { minimum: 0 }),
  }),
  event('Cart Shared', 'A cart was sent to somebody.', {
    'cart_id!': cartId,
    'share_via!': oneOf('By which way', 'copy_link', 'email'),
    'product_ids!': listOf(text('Product id'), 'What was in it'),
  }),
  event('Coupon Entered', 'A coupon code was typed in.', {
    'cart_id!': cartId,
    'coupon_code!': text('The code'),
  }),
  event('Coupon Applied', 'A coupon was accepted.', {
    'cart_id!': cartId,
    'coupon_code!': text('The code'),
    'discount!': number('What it takes off', { minimum: 0 }),
  }),
  event('Coupon Denied', 'A coupon was refused.', {
    'cart_id!': cartId,
    'coupon_code!': text('The code'),
    'reason!': oneOf('Why', 'expired', 'unknown', 'minimum_not_reached', 'already_used'),
  }),
  event('Checkout Started', 'The customer went to checkout.', {
    'checkout_id!': text('Checkout id'),
    'cart_id!': cartId,
    'products!': products,
    ...money,
    is_guest: flag('Without an account'),
  }),
  event('Checkout Step Viewed', 'A step of the checkout was shown.', {
    ...step,
    shipping_method: shippingMethod,
    payment_method: paymentMethod,
  }),
  event('Checkout Step Completed', 'A step of the checkout was finished.', {
    ...step,
    shipping_method: shippingMethod,
    payment_method: paymentMethod,
    duration_ms: whole('Time spent in the step', { minimum: 0 }),
  }),
  event('Shipping Address Entered', 'An address was given.', {
    'checkout_id!': text('Checkout id'),
    'address!': address,
  }),
  event('Payment Info Entered', 'Payment details were given; none of them is sent.', {
    'checkout_id!': text('Checkout id'),
    'payment_method!': paymentMethod,
    'shipping_method!': shippingMethod,
  }),
  event('Payment Failed', 'A payment was refused.', {
    'checkout_id!': text('Checkout id'),
    'payment_method!': paymentMethod,
    'error_code!': text('Code from the payment provider'),
    retryable: flag('Whether another try makes sense'),
  }),
])

export const orders = ownedBy('orders', [
  event(
    'Order Completed',
    'An order was placed and paid.',
    {
      'order_id!': orderId,
      'checkout_id!': text('Checkout id'),
      ...money,
      revenue: number('Total without tax and shipping', { minimum: 0 }),
      coupon,
      'payment_method!': paymentMethod,
      'products!': products,
      is_first_order: isFirst,
    },
    { labels: { tier: '1', owner: 'revenue' } },
  ),
  event(
    'Order Completed',
    'An order was placed and paid. Version 2 carries the address and the loyalty points.',
    {
      'order_id!': orderId,
      'checkout_id!': text('Checkout id'),
      ...money,
      'revenue!': number('Total without tax and shipping', { minimum: 0 }),
      coupon,
      'payment_method!': paymentMethod,
      'products!': products,
      'shipping_address!': address,
      loyalty_points: whole('Points earned', { minimum: 0 }),
      is_first_order: isFirst,
    },
    { version: 2, labels: { tier: '1', owner: 'revenue' } },
  ),
  event('Order Updated', 'An order was changed after it was placed.', {
    'order_id!': orderId,
    ...money,
    'products!': products,
  }),
  event('Order Cancelled', 'An order was cancelled.', {
    'order_id!': orderId,
    'reason!': oneOf('Why', 'customer', 'fraud', 'out_of_stock', 'payment'),
    'total!': number('What it had come to', { minimum: 0 }),
    'currency!': currency,
  }),
  event('Order Refunded', 'Money went back, in whole or in part.', {
    'order_id!': orderId,
    'refund_id!': text('Refund id'),
    'amount!': number('How much', { minimum: 0 }),
    'currency!': currency,
    reason: oneOf('Why', 'returned', 'damaged', 'late', 'goodwill'),
    products: products,
  }),
  event('Return Requested', 'A customer wants to send something back.', {
    'order_id!': orderId,
    'lines!': listOf(
      object({ 'sku!': sku, 'quantity!': quantity, reason: text('Why, in the words of the customer') }),
      'What comes back',
    ),
  }),
  event('Return Received', 'A parcel came back.', { 'order_id!': orderId, 'received_at!': instant('When') }),
  event('Shipment Dispatched', 'A parcel left the warehouse.', {
    'order_id!': orderId,
    'carrier!': oneOf('Carrier', 'dhl', 'ups', 'postnord', 'gls'),
    'tracking_number!': text('Number of the parcel'),
    expected_at: orNull(instant('When it should arrive')),
  }),
  event('Shipment Delivered', 'A parcel arrived.', {
    'order_id!': orderId,
    'carrier!': oneOf('Carrier', 'dhl', 'ups', 'postnord', 'gls'),
    'delivered_at!': instant('When'),
  }),
  event('Invoice Downloaded', 'An invoice was downloaded.', {
    'order_id!': orderId,
    format: oneOf('Format', 'pdf', 'html'),
  }),
])
