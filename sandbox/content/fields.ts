import { flag, listOf, matching, number, object, oneOf, orNull, text, whole } from '@/sandbox/content/node'

export const currency = matching('^[A-Z]{3}$', 'ISO 4217 code of the currency')
export const price = number('Price of one piece, before discounts', { minimum: 0 })
export const quantity = whole('How many pieces', { minimum: 1 })
export const sku = matching('^[A-Z]{2,4}-[0-9]{4,6}$', 'Stock keeping unit, as in the warehouse')
export const productId = text('Product id from the catalog')
export const orderId = matching('^ORD-[0-9]{6,}$', 'Order number as printed on the invoice')
export const cartId = text('Cart id; lives until the order is placed')
export const coupon = orNull(text('Coupon code that was entered, if any'))
export const position = whole('Place in the list, counted from 1', { minimum: 1 })
export const paymentMethod = oneOf(
  'How the customer pays',
  'card',
  'paypal',
  'klarna',
  'apple_pay',
  'gift_card',
)
export const shippingMethod = oneOf('How the parcel travels', 'standard', 'express', 'pickup')
export const plan = oneOf('Subscription plan', 'basic', 'plus', 'premium')
export const channel = oneOf('Where it came from', 'email', 'push', 'sms', 'in_app', 'social')

export const product = {
  'product_id!': productId,
  sku,
  'name!': text('Name as shown to the customer'),
  brand: text('Brand'),
  category: text('Category path, separated by slashes'),
  variant: text('Colour, size or other variant'),
  'price!': price,
}

export const lineItem = object({ ...product, 'quantity!': quantity, coupon }, 'One line')
export const products = listOf(lineItem, 'Lines of the cart or order')

export const money = {
  'currency!': currency,
  discount: number('What coupons and campaigns took off', { minimum: 0 }),
  tax: number('Tax included', { minimum: 0 }),
  shipping: number('Shipping cost', { minimum: 0 }),
  'total!': number('What the customer pays', { minimum: 0 }),
}

export const address = object(
  {
    'country!': matching('^[A-Z]{2}$', 'ISO 3166 code'),
    region: text('State or region'),
    city: text('City'),
    postal_code: text('Postal code', { maxLength: 12 }),
  },
  'Shipping address, without street and name',
)

export const isFirst = flag('Whether it is the first time for this customer')
